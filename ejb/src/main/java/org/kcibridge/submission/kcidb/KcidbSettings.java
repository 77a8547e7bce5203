package org.kcibridge.submission.kcidb;

import java.net.URI;
import java.util.Optional;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * How to reach KCIDB.
 *
 * @param base the address {@code /submit} and {@code /status} lie under; {@code KCIDB_SUBMIT_URL} without its end
 * @param token our JSON web token, {@code KCIDB_TOKEN}
 * @param dryRun whether reports stay in the outbox, {@code KCIDB_DRY_RUN}; address and token may then be missing
 */
@Declares(
        about = "KCIDB",
        value = {
            @Setting(
                    name = "KCIDB_SUBMIT_URL",
                    meaning = "KCIDB's address, whole, ending in `/submit`",
                    otherwise = "required with `TUXSUITE_TOKEN`, unless `KCIDB_DRY_RUN` is set"),
            @Setting(name = "KCIDB_TOKEN", meaning = "KCIDB's JSON web token", otherwise = "as for `KCIDB_SUBMIT_URL`"),
            @Setting(
                    name = "KCIDB_DRY_RUN",
                    meaning = "`true` keeps reports in the outbox and sends none",
                    byDefault = "false")
        })
public record KcidbSettings(Optional<URI> base, Optional<String> token, boolean dryRun) implements Settings {

    private static final String SUBMIT = "/submit";

    /** @throws BadSetting when one is missing or wrong */
    public static KcidbSettings read(Source source) {
        boolean dryRun = source.flag("KCIDB_DRY_RUN");
        Optional<String> url = source.text("KCIDB_SUBMIT_URL");
        if (dryRun && url.isEmpty()) {
            return new KcidbSettings(Optional.empty(), source.text("KCIDB_TOKEN"), true);
        }
        URI submit = source.guardedAddress("KCIDB_SUBMIT_URL", url);
        if (!submit.getPath().endsWith(SUBMIT)) {
            throw new BadSetting("KCIDB_SUBMIT_URL", "must be the whole address, ending in /submit");
        }
        String address = submit.toString();
        URI base = URI.create(address.substring(0, address.length() - SUBMIT.length()));
        String token = dryRun ? source.text("KCIDB_TOKEN", "") : source.required("KCIDB_TOKEN");
        return new KcidbSettings(Optional.of(base), Optional.of(token), dryRun);
    }

    @Override
    public String toString() {
        return "KCIDB " + base.map(URI::toString).orElse("nowhere") + (dryRun ? " (dry run)" : "");
    }
}
