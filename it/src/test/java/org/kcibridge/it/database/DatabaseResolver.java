package org.kcibridge.it.database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Decides which PostgreSQL the tests run on: the one that {@code TEST_DATABASE_URL} names, or else one on this machine that
 * lets us in, or else the embedded one. The decision and its reason are told, since "it passes here" often turns on them.
 *
 * <p>A server that was asked for by name is used or is an error. Falling back would test on something else in silence.
 */
public final class DatabaseResolver {

    static final String LOCAL = "jdbc:postgresql://127.0.0.1:5432/postgres";

    private static final String URL = "TEST_DATABASE_URL";
    private static final String USER = "TEST_DATABASE_USER";
    private static final String PASSWORD = "TEST_DATABASE_PASSWORD";

    private final UnaryOperator<String> environment;
    private final String localUrl;
    private final Supplier<EmbeddedDatabase> embedded;
    private final Consumer<String> announcement;

    DatabaseResolver(
            UnaryOperator<String> environment,
            String localUrl,
            Supplier<EmbeddedDatabase> embedded,
            Consumer<String> announcement) {
        this.environment = environment;
        this.localUrl = localUrl;
        this.embedded = embedded;
        this.announcement = announcement;
    }

    /**
     * Resolves by the environment, or by system properties of the same names in lower case with dots, and prints the choice.
     *
     * @param settings of the embedded database, should it come to that
     * @throws DatabaseUnusable where the server asked for cannot be used
     */
    public static DatabaseServer resolve(DatabaseSettings settings) {
        return new DatabaseResolver(
                        name -> System.getProperty(
                                name.toLowerCase(Locale.ROOT).replace('_', '.'), System.getenv(name)),
                        LOCAL,
                        () -> EmbeddedDatabase.join(settings),
                        System.out::println)
                .resolve();
    }

    /** As {@link #resolve(DatabaseSettings)}, with the folders that tests share; so do workers, an embedded one included. */
    public static DatabaseServer resolve(Path folder) {
        return resolve(DatabaseSettings.scratch(folder.resolve("database"), folder.resolve("postgresql")));
    }

    DatabaseServer resolve() {
        Optional<String> url = setting(URL);
        if (url.isPresent()) {
            ServerAddress named = named(url.get());
            announce(named.toString(), URL + " names it");
            return DatabaseServer.foreign(named);
        }
        for (String login : new String[] {USER, PASSWORD}) {
            if (setting(login).isPresent()) {
                throw new DatabaseUnusable(login + " is set but " + URL + " is not");
            }
        }
        return local();
    }

    private ServerAddress named(String url) {
        ServerAddress address = ServerAddress.parse(url, setting(USER), setting(PASSWORD))
                .orElseThrow(() -> new DatabaseUnusable(
                        URL + " must be a JDBC URL such as jdbc:postgresql://localhost:5432/postgres"));
        ServerProbe.refusal(address).ifPresent(reason -> {
            throw new DatabaseUnusable("the server of " + URL + " (" + address + ") cannot be used: " + reason);
        });
        return address;
    }

    private DatabaseServer local() {
        ServerAddress address = ServerAddress.parse(
                        localUrl, setting("PGUSER").or(() -> Optional.of("postgres")), setting("PGPASSWORD"))
                .orElseThrow();
        Optional<String> refusal = ServerProbe.refusal(address);
        if (refusal.isEmpty()) {
            announce(address.toString(), "it lets user " + address.user() + " create databases");
            return DatabaseServer.foreign(address);
        }
        DatabaseServer server = DatabaseServer.embedded(embedded.get());
        announce("embedded, " + server, URL + " is not set and " + address + " cannot be used: " + refusal.get());
        return server;
    }

    private void announce(String choice, String reason) {
        announcement.accept("Test database: " + choice + ", because " + reason);
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
