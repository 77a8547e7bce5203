package org.kcibridge.it.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.kind.IntegrationTest;

/** A real PostgreSQL through starts, restarts and violent ends. */
@IntegrationTest
class EmbeddedDatabaseTest {

    private static final Path BINARIES = Path.of("target", "postgres-binaries");

    @TempDir
    Path folder;

    private DatabaseSettings settings;

    @BeforeEach
    void settings() {
        settings = DatabaseSettings.scratch(folder.resolve("db"), BINARIES);
    }

    @Test
    void shouldKeepDataAcrossRestarts() throws SQLException {
        try (var database = EmbeddedDatabase.start(settings).createDatabase("kernels")) {
            write(database, "v6.18");
            database.createDatabase("kernels");
        }
        try (var database = EmbeddedDatabase.start(settings)) {
            assertThat(read(database)).isEqualTo("v6.18");
        }
    }

    @Test
    void shouldHonourDurabilityAndUtc() throws SQLException {
        var durable = new DatabaseSettings(folder.resolve("db"), BINARIES, true, 0);
        try (var database = EmbeddedDatabase.start(durable);
                Connection connection = database.connect("postgres")) {
            assertThat(one(connection, "show fsync")).isEqualTo("on");
            assertThat(one(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(one(connection, "show log_timezone")).isEqualTo("UTC");
            assertThat(one(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(connection, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void shouldRefuseWrongPasswordAndHideTheRightOne() throws IOException {
        try (var database = EmbeddedDatabase.start(settings)) {
            assertThatThrownBy(() -> new org.postgresql.Driver()
                            .connect(database.jdbcUrl("postgres") + "?user=kcibridge&password=guess", null))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("db/password")))
                    .hasSize(2);
        }
    }

    @Test
    void shouldTakeOverFromServerWhoseParentWasKilled() throws Exception {
        Process other = otherJvm(false);
        assertThat(other.inputReader().readLine()).isEqualTo("written");
        long orphan = postmaster();
        other.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var database = EmbeddedDatabase.start(settings)) {
            assertThat(read(database)).isEqualTo("v6.17");
            assertThat(postmaster()).isNotEqualTo(orphan);
        }
    }

    @Test
    void shouldRecoverFromKilledServer() throws Exception {
        var killed = EmbeddedDatabase.start(settings).createDatabase("kernels");
        write(killed, "v6.16");
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
        // Without Postmaster.stop() removing it, the file would name a dead process, as after a power cut.
        String pidFile = Files.readString(folder.resolve("db/data/postmaster.pid"));
        killed.close();
        Files.writeString(folder.resolve("db/data/postmaster.pid"), pidFile);

        try (var database = EmbeddedDatabase.start(settings)) {
            assertThat(read(database)).isEqualTo("v6.16");
        }
    }

    @Test
    void shouldIgnorePidOfAnotherProcess() throws IOException, SQLException {
        EmbeddedDatabase.start(settings).close();
        Files.writeString(
                folder.resolve("db/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (var database = EmbeddedDatabase.start(settings);
                Connection connection = database.connect("postgres")) {
            assertThat(one(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void shouldRefuseFolderInUse() {
        var first = EmbeddedDatabase.start(settings);
        try (first) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining(folder.resolve("db") + " is in use");
        }
    }

    @Test
    void shouldServeAllWhoJoinAndEndWithTheLast() throws Exception {
        Process other = otherJvm(true);
        assertThat(other.inputReader().readLine()).isEqualTo("written");
        long server = postmaster();
        try (var database = EmbeddedDatabase.join(settings)) {
            assertThat(read(database)).isEqualTo("v6.17");
            other.destroyForcibly().waitFor();

            assertThat(read(database)).as("after the first has gone").isEqualTo("v6.17");
            assertThat(postmaster()).isEqualTo(server);
        }
        assertThat(folder.resolve("db/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void shouldGoOnForOthersWhenOneLeaves() throws Exception {
        Process other = otherJvm(true);
        assertThat(other.inputReader().readLine()).isEqualTo("written");
        long server = postmaster();

        EmbeddedDatabase.join(settings).close();

        assertThat(ProcessHandle.of(server))
                .as("the server that the other one uses")
                .isPresent();
        other.destroyForcibly().waitFor();
        EmbeddedDatabase.join(settings).close();
        assertThat(folder.resolve("db/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void shouldNameFolderOfAnotherVersion() throws IOException {
        EmbeddedDatabase.start(settings).close();
        Files.writeString(folder.resolve("db/data/PG_VERSION"), "11\n");
        assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(folder.resolve("db/data").toString())
                .hasMessageContaining("PostgreSQL 11")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldNameFolderThatCannotBe() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(DatabaseSettings.scratch(file, BINARIES)))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining(file.toString());
    }

    private Process otherJvm(boolean joins) throws IOException {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedDatabase.class.getName(),
                        settings.folder().toString(),
                        settings.binaries().toString(),
                        Boolean.toString(joins)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("db/data/postmaster.pid")).get(0));
    }

    static void write(EmbeddedDatabase database, String version) throws SQLException {
        try (Connection connection = database.connect("kernels");
                var statement = connection.createStatement()) {
            statement.execute("create table kernel (version text)");
            statement.execute("insert into kernel values ('" + version + "')");
        }
    }

    private static String read(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.connect("kernels")) {
            return one(connection, "select version from kernel");
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
