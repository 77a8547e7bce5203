package org.kcibridge.it.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one WildFly process needs to know.
 *
 * @param home the assembled and configured server, which is only read
 * @param ear the application
 * @param base what belongs to this process alone: configuration, deployments, logs and data
 * @param bindAddress address of the HTTP port; the management port is on loopback always
 * @param environment variables on top of those inherited
 * @param javaOptions on top of the server's own, such as an agent's
 */
public record ServerSettings(
        Path home,
        Path ear,
        Path base,
        String bindAddress,
        int httpPort,
        int managementPort,
        Map<String, String> environment,
        List<String> javaOptions) {

    public ServerSettings {
        home = home.toAbsolutePath().normalize();
        ear = ear.toAbsolutePath().normalize();
        base = base.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        javaOptions = List.copyOf(javaOptions);
    }

    /** Without the environment, which holds tokens. */
    @Override
    public String toString() {
        return "server in " + base + " on ports " + httpPort + " and " + managementPort;
    }

    /** A server for this machine only. */
    public static ServerSettings local(Path home, Path ear, Path base, int httpPort, int managementPort) {
        return new ServerSettings(home, ear, base, "127.0.0.1", httpPort, managementPort, Map.of(), List.of());
    }

    /** The same with more variables; an earlier one of the same name is replaced. */
    public ServerSettings with(Map<String, String> variables) {
        var all = new HashMap<>(environment);
        all.putAll(variables);
        return new ServerSettings(home, ear, base, bindAddress, httpPort, managementPort, all, javaOptions);
    }

    public ServerSettings withJavaOptions(String... options) {
        return new ServerSettings(
                home, ear, base, bindAddress, httpPort, managementPort, environment, List.of(options));
    }
}
