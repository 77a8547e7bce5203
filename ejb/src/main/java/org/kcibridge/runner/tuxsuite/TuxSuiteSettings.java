package org.kcibridge.runner.tuxsuite;

import java.net.URI;
import java.util.Optional;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * How to reach TuxSuite, by the names its own client uses.
 *
 * @param api base address, {@code TUXAPI_URL}
 * @param group the group we build in, {@code TUXSUITE_GROUP}
 * @param project the project we build in, {@code TUXSUITE_PROJECT}
 * @param token our token, {@code TUXSUITE_TOKEN}
 * @param keys the project's public keys that sign callbacks, {@code TUXSUITE_PUBLIC_KEYS}; without them those that
 *     TuxSuite publishes, and where it has none the secret of each job proves a callback
 */
@Declares(
        about = "TuxSuite",
        value = {
            @Setting(
                    name = "TUXSUITE_TOKEN",
                    meaning = "TuxSuite's token; without it the run command starts a sandbox, whose results "
                            + "are made up",
                    otherwise = "sandbox"),
            @Setting(name = "TUXSUITE_GROUP", meaning = "the group we build in", byDefault = "riscv"),
            @Setting(name = "TUXSUITE_PROJECT", meaning = "the project we build in", byDefault = "kernelci"),
            @Setting(
                    name = "TUXAPI_URL",
                    meaning = "TuxSuite's address; `https`, unless it is this machine",
                    byDefault = "https://tuxapi.tuxsuite.com"),
            @Setting(
                    name = "TUXSUITE_PUBLIC_KEYS",
                    meaning = "OpenSSH ECDSA keys that sign callbacks, separated by commas or line breaks",
                    otherwise = "those that TuxSuite publishes for the project; where there are none, a secret "
                            + "of each job proves its callback")
        })
public record TuxSuiteSettings(URI api, String group, String project, String token, Optional<SigningKeys> keys)
        implements Settings {

    /** @throws BadSetting when one is missing or wrong */
    public static TuxSuiteSettings read(Source source) {
        return new TuxSuiteSettings(
                source.guardedAddress(
                        "TUXAPI_URL", source.text("TUXAPI_URL").or(() -> Optional.of("https://tuxapi.tuxsuite.com"))),
                name(source, "TUXSUITE_GROUP", "riscv"),
                name(source, "TUXSUITE_PROJECT", "kernelci"),
                source.required("TUXSUITE_TOKEN"),
                keys(source));
    }

    private static String name(Source source, String setting, String otherwise) {
        String name = source.text(setting, otherwise);
        if (!name.matches("[A-Za-z0-9._~-]+")) {
            throw new BadSetting(setting, "must be a plain name, as it becomes part of an address");
        }
        return name;
    }

    private static Optional<SigningKeys> keys(Source source) {
        try {
            return source.text("TUXSUITE_PUBLIC_KEYS").map(SigningKeys::parse).filter(keys -> !keys.isEmpty());
        } catch (IllegalArgumentException bad) {
            throw new BadSetting("TUXSUITE_PUBLIC_KEYS", "is wrong: " + bad.getMessage());
        }
    }

    @Override
    public String toString() {
        return "TuxSuite " + api + ", " + group + "/" + project;
    }
}
