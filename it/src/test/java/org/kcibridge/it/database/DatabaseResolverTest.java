package org.kcibridge.it.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.kind.IntegrationTest;

/** Which server is chosen, and what is said about it. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class DatabaseResolverTest {

    private static final String NOBODY_LISTENS = "jdbc:postgresql://127.0.0.1:1/postgres";

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> announcements = new ArrayList<>();

    @Test
    void shouldUseServerThatIsNamed(DatabaseServer server) throws SQLException {
        environment.put("TEST_DATABASE_URL", server.jdbcUrl("postgres"));
        environment.put("TEST_DATABASE_USER", server.user());
        environment.put("TEST_DATABASE_PASSWORD", server.password());

        DatabaseServer chosen = resolve(NOBODY_LISTENS, DatabaseResolverTest::none);

        assertThat(chosen.jdbcUrl("bridge")).isEqualTo(server.jdbcUrl("bridge"));
        assertThat(announcements)
                .containsExactly(
                        "Test database: " + server.jdbcUrl("postgres") + ", because TEST_DATABASE_URL names it");
        chosen.close();
        assertThat(answers(chosen))
                .as("closing leaves a server alone that was there before")
                .isTrue();
    }

    @Test
    void shouldTakeLoginFromUrlAndKeepItOutOfSight(DatabaseServer server) throws SQLException {
        environment.put(
                "TEST_DATABASE_URL",
                server.jdbcUrl("postgres") + "?user=" + server.user() + "&password=" + server.password()
                        + "&tcpKeepAlive=true");

        DatabaseServer chosen = resolve(NOBODY_LISTENS, DatabaseResolverTest::none);

        assertThat(chosen.jdbcUrl("bridge")).isEqualTo(server.jdbcUrl("bridge") + "?tcpKeepAlive=true");
        assertThat(answers(chosen)).isTrue();
        assertThat(announcements.toString()).doesNotContain(server.password());
    }

    @Test
    void shouldNeverFallBackFromServerThatIsNamed(DatabaseServer server) {
        environment.put("TEST_DATABASE_URL", server.jdbcUrl("postgres"));
        environment.put("TEST_DATABASE_USER", server.user());
        environment.put("TEST_DATABASE_PASSWORD", "guess");

        assertThatThrownBy(() -> resolve(server.jdbcUrl("postgres"), DatabaseResolverTest::none))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("TEST_DATABASE_URL")
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("guess");
        assertThat(announcements).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoJdbcUrl() {
        environment.put("TEST_DATABASE_URL", "postgres://somebody:secret@localhost/kernels");
        assertThatThrownBy(() -> resolve(NOBODY_LISTENS, DatabaseResolverTest::none))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageStartingWith("TEST_DATABASE_URL must be a JDBC URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldRefuseLoginWithoutUrl() {
        environment.put("TEST_DATABASE_PASSWORD", "secret");
        assertThatThrownBy(() -> resolve(NOBODY_LISTENS, DatabaseResolverTest::none))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage("TEST_DATABASE_PASSWORD is set but TEST_DATABASE_URL is not");
    }

    @Test
    void shouldUseLocalServerThatLetsUsIn(DatabaseServer server) throws SQLException {
        environment.put("PGUSER", server.user());
        environment.put("PGPASSWORD", server.password());

        DatabaseServer chosen = resolve(server.jdbcUrl("postgres"), DatabaseResolverTest::none);

        assertThat(answers(chosen)).isTrue();
        assertThat(announcements)
                .containsExactly("Test database: " + server.jdbcUrl("postgres") + ", because it lets user "
                        + server.user() + " create databases");
    }

    @Test
    void shouldPassOverLocalServerThatRefusesLogin(DatabaseServer server, @TempDir Path folder) throws SQLException {
        environment.put("PGUSER", server.user());
        environment.put("PGPASSWORD", "guess");
        try (DatabaseServer chosen = resolve(server.jdbcUrl("postgres"), () -> embedded(folder))) {
            assertThat(chosen.jdbcUrl("postgres")).isNotEqualTo(server.jdbcUrl("postgres"));
            assertThat(answers(chosen)).isTrue();
            assertThat(announcements)
                    .singleElement()
                    .asString()
                    .startsWith("Test database: embedded, jdbc:postgresql://127.0.0.1:")
                    .contains(
                            "TEST_DATABASE_URL is not set",
                            server.jdbcUrl("postgres"),
                            "password authentication failed");
        }
    }

    @Test
    void shouldPassOverUserWithoutRights(DatabaseServer server, ScratchDatabase scratch) {
        scratch.run("create role reader login password 'reader'", "create role maker login createdb password 'maker'");
        try {
            assertThat(ServerProbe.refusal(login(server, "reader"))).hasValue("user reader may not create databases");
            assertThat(ServerProbe.refusal(login(server, "maker")))
                    .hasValue("user maker may not set session_replication_role");
            scratch.run("grant set on parameter session_replication_role to maker");
            assertThat(ServerProbe.refusal(login(server, "maker"))).isEmpty();
        } finally {
            scratch.run(
                    "revoke set on parameter session_replication_role from maker",
                    "drop role reader",
                    "drop role maker");
        }
    }

    @Test
    void shouldPassOverPortThatStaysSilent() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/postgres";
            long begin = System.nanoTime();
            assertThatThrownBy(() -> resolve(url, DatabaseResolverTest::none)).isInstanceOf(NothingEmbedded.class);
            // The driver alone gives up after five seconds and more.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(4500));
        }
    }

    private DatabaseServer resolve(String local, Supplier<EmbeddedDatabase> embedded) {
        return new DatabaseResolver(environment::get, local, embedded, announcements::add).resolve();
    }

    private static EmbeddedDatabase embedded(Path folder) {
        return EmbeddedDatabase.start(
                DatabaseSettings.scratch(folder.resolve("db"), Path.of("target", "postgres-binaries")));
    }

    /** Where the embedded one must not be reached. */
    private static EmbeddedDatabase none() {
        throw new NothingEmbedded();
    }

    private static ServerAddress login(DatabaseServer server, String user) {
        return ServerAddress.parse(server.jdbcUrl("postgres"), Optional.of(user), Optional.of(user))
                .orElseThrow();
    }

    private static boolean answers(DatabaseServer server) throws SQLException {
        try (Connection connection = server.connect()) {
            return connection.isValid(2);
        }
    }

    private static final class NothingEmbedded extends RuntimeException {}
}
