package org.kcibridge.it.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.kcibridge.it.database.Folders;

/**
 * The folder of one server process. Its configuration and the application are fresh at each start, so that a rebuilt
 * server never runs on yesterday's; its data and the admin console's users stay.
 */
final class ServerBase {

    private static final List<String> KEPT = List.of("mgmt-users.properties", "mgmt-groups.properties");

    private final ServerSettings settings;

    ServerBase(ServerSettings settings) {
        this.settings = settings;
    }

    void prepare() throws IOException {
        Path configuration = configuration();
        Files.createDirectories(configuration);
        Folders.delete(configuration.resolve("standalone_xml_history"));
        Path pristine = settings.home().resolve("standalone/configuration");
        try (Stream<Path> files = Files.list(pristine)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = configuration.resolve(file.getFileName());
                if (!KEPT.contains(file.getFileName().toString()) || !Files.exists(target)) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Folders.delete(settings.base().resolve("tmp"));
        Folders.delete(deployments());
        Files.createDirectories(deployments());
        Files.createDirectories(log().getParent());
        Files.copy(settings.ear(), deployments().resolve(settings.ear().getFileName()));
    }

    Path configuration() {
        return settings.base().resolve("configuration");
    }

    Path log() {
        return settings.base().resolve("log/server.log");
    }

    /** What the process says before its logging works, and after. */
    Path console() {
        return settings.base().resolve("log/console.log");
    }

    Path pidFile() {
        return settings.base().resolve("server.pid");
    }

    Path operatorToken() {
        return settings.base().resolve("data/operator-token");
    }

    /** The deployment scanner leaves a file of this name where the application was refused. */
    boolean isDeploymentRefused() {
        return Files.exists(deployments().resolve(settings.ear().getFileName() + ".failed"));
    }

    private Path deployments() {
        return settings.base().resolve("deployments");
    }
}
