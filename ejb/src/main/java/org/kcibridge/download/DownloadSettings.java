package org.kcibridge.download;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * Which machines files are fetched from.
 *
 * @param hosts whose https addresses are followed: TuxSuite's storage, and those of {@code BRIDGE_ALLOWED_HOSTS}
 * @param api {@code TUXAPI_URL}, if it is set: a server the operator chose needs no protection from him, so its files are
 *     fetched wherever it stands, be it on this machine and without TLS as the sandbox's is
 */
@Declares(
        about = "Files that runners name",
        value = {
            @Setting(
                    name = "BRIDGE_ALLOWED_HOSTS",
                    meaning = "names of hosts besides TuxSuite's storage whose files are fetched over https, "
                            + "separated by commas; addresses that runners name are followed to these only, "
                            + "and to the server in `TUXAPI_URL` if it is set")
        })
public record DownloadSettings(Set<String> hosts, Optional<URI> api) implements Settings {

    private static final String STORAGE = "storage.tuxsuite.com";

    /** Names only: an address instead of a name is nothing that a certificate could prove. */
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    public DownloadSettings {
        hosts = Set.copyOf(hosts);
    }

    /** @throws BadSetting when one is wrong */
    public static DownloadSettings read(Source source) {
        Set<String> hosts = new TreeSet<>(Set.of(STORAGE));
        Arrays.stream(source.text("BRIDGE_ALLOWED_HOSTS", "").split("[,\\s]+"))
                .filter(host -> !host.isEmpty())
                .map(DownloadSettings::name)
                .forEach(hosts::add);
        Optional<String> api = source.text("TUXAPI_URL");
        return new DownloadSettings(
                hosts, api.isEmpty() ? Optional.empty() : Optional.of(source.guardedAddress("TUXAPI_URL", api)));
    }

    private static String name(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new BadSetting(
                    "BRIDGE_ALLOWED_HOSTS", "must be names such as files.example.org, separated by commas");
        }
        return name;
    }

    @Override
    public String toString() {
        return "downloads from " + new TreeSet<>(hosts);
    }
}
