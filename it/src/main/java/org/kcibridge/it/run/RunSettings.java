package org.kcibridge.it.run;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;

/**
 * What the run command was told by its environment. The settings of the bridge itself, which the server's process
 * inherits, are only looked at where they decide between the sandbox and the real world, and where a mistake would
 * otherwise show late.
 *
 * @param bindAddress address the API listens on; the admin console is on loopback always
 * @param data folder for the embedded database and the server's state
 * @param database the database to use, empty for an embedded one
 * @param sandbox whether TuxSuite and KCIDB are played by stand-ins
 * @param publicUrl where runners reach the API
 * @param adminToken whether the operator brought a token of his own
 */
@Declares(
        about = "The run command",
        value = {
            @Setting(name = "BRIDGE_HTTP_PORT", meaning = "port of the API and the console", byDefault = "8080"),
            @Setting(
                    name = "BRIDGE_MANAGEMENT_PORT",
                    meaning = "port of WildFly's admin console and of metrics",
                    byDefault = "9990"),
            @Setting(
                    name = "BRIDGE_BIND_ADDRESS",
                    meaning = "address that the API listens on; the admin console is on this machine always",
                    byDefault = "127.0.0.1"),
            @Setting(
                    name = "BRIDGE_DATA",
                    meaning = "folder for the embedded database and the server's state",
                    otherwise = "`.bridge-data` in the project's folder")
        })
public record RunSettings(
        int httpPort,
        int managementPort,
        String bindAddress,
        Path data,
        Optional<DatabaseAddress> database,
        boolean sandbox,
        URI publicUrl,
        boolean adminToken) {

    private static final int DEFAULT_HTTP_PORT = 8080;
    private static final int DEFAULT_MANAGEMENT_PORT = 9990;

    public RunSettings {
        if (httpPort == managementPort) {
            throw new BadSetting("BRIDGE_HTTP_PORT and BRIDGE_MANAGEMENT_PORT are both " + httpPort);
        }
    }

    /**
     * Reads and checks the settings.
     *
     * @param home folder of the project, beside whose files the data go by default
     * @throws BadSetting naming the first one that cannot be used
     */
    public static RunSettings from(Map<String, String> variables, Path home) {
        var environment = new Environment(variables);
        checkCounterparts(environment);
        int httpPort = environment.port("BRIDGE_HTTP_PORT", DEFAULT_HTTP_PORT);
        String bindAddress = environment.text("BRIDGE_BIND_ADDRESS").orElse("127.0.0.1");
        return new RunSettings(
                httpPort,
                environment.port("BRIDGE_MANAGEMENT_PORT", DEFAULT_MANAGEMENT_PORT),
                bindAddress,
                data(environment, home),
                DatabaseAddress.from(environment),
                !environment.has("TUXSUITE_TOKEN"),
                environment.url("BRIDGE_PUBLIC_URL").orElse(localUrl(bindAddress, httpPort)),
                environment.has("BRIDGE_ADMIN_TOKEN"));
    }

    /** Either everything is real or nothing: a mixture would publish made-up results. */
    private static void checkCounterparts(Environment environment) {
        environment.url("TUXAPI_URL");
        Optional<URI> submit = environment.url("KCIDB_SUBMIT_URL");
        if (submit.isPresent() && !submit.get().getPath().endsWith("/submit")) {
            throw new BadSetting("KCIDB_SUBMIT_URL must end in /submit");
        }
        boolean dryRun = environment.flag("KCIDB_DRY_RUN");
        if (!environment.has("TUXSUITE_TOKEN")) {
            for (String real : new String[] {"KCIDB_SUBMIT_URL", "KCIDB_TOKEN", "TUXAPI_URL"}) {
                if (environment.has(real)) {
                    throw new BadSetting("TUXSUITE_TOKEN is not set but " + real
                            + " is: set both, or neither for the sandbox, whose results are made up");
                }
            }
        } else if (!dryRun) {
            for (String needed : new String[] {"KCIDB_SUBMIT_URL", "KCIDB_TOKEN"}) {
                if (!environment.has(needed)) {
                    throw new BadSetting(needed + " is not set: with TUXSUITE_TOKEN the results go to KCIDB"
                            + " (KCIDB_DRY_RUN=true keeps them here)");
                }
            }
        }
    }

    private static Path data(Environment environment, Path home) {
        try {
            return environment
                    .text("BRIDGE_DATA")
                    .map(Path::of)
                    .orElse(home.resolve(".bridge-data"))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new BadSetting("BRIDGE_DATA is no path: " + e.getReason());
        }
    }

    private static URI localUrl(String bindAddress, int port) {
        boolean everywhereOrLoopback = bindAddress.equals("0.0.0.0")
                || bindAddress.equals("::")
                || bindAddress.equals("::1")
                || bindAddress.startsWith("127.");
        String host = bindAddress.contains(":") ? "[" + bindAddress + "]" : bindAddress;
        return URI.create("http://" + (everywhereOrLoopback ? "localhost" : host) + ":" + port);
    }

    /** Where a person on this machine finds the API. */
    public URI localUrl() {
        return localUrl(bindAddress, httpPort);
    }

    /** True where runners elsewhere cannot reach the bridge. */
    public boolean isPublicUrlLocal() {
        String host = publicUrl.getHost();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
