package org.kcibridge.it.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One embedded server for all unit tests that need a PostgreSQL, given as a parameter: either the server, or a new database
 * on it. It ends with the run.
 */
public final class SharedServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DatabaseServer.class || type == ScratchDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        DatabaseServer server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .server();
        return parameter.getParameter().getType() == DatabaseServer.class
                ? server
                : context.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(
                                ScratchDatabase.class, key -> ScratchDatabase.on(server), ScratchDatabase.class);
    }

    /** Closed by JUnit with the store that it lies in. */
    private record Running(Path folder, DatabaseServer server) implements AutoCloseable {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "shared-server-");
                var settings = DatabaseSettings.scratch(folder.resolve("db"), Path.of("target", "postgres-binaries"));
                return new Running(folder, DatabaseServer.embedded(EmbeddedDatabase.start(settings)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            Folders.delete(folder);
        }
    }
}
