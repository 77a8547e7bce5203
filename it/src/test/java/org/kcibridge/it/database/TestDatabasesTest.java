package org.kcibridge.it.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.IntegrationTest;

/** No database is touched that tests did not make. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class TestDatabasesTest {

    private static final DatabaseName OURS = new DatabaseName("kcibridge_test_0a1b2c3d_w1");

    private DatabaseServer server;
    private TestDatabases databases;

    @BeforeEach
    void connect(DatabaseServer shared) {
        server = shared;
        databases = new TestDatabases(server, Owner.self());
    }

    @AfterEach
    void clear() throws SQLException {
        run("drop database if exists " + OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kcibridge",
                "bridge",
                "postgres",
                "kcibridge_test",
                "kcibridge_test_main",
                "KCIBRIDGE_TEST_0a1b2c3d_w1",
                "kcibridge_test_0a1b2c3d_w1; drop database bridge",
                "kcibridge_test_0a1b2c3d_w1\n",
                "kcibridge_test_template_0a1b"
            })
    void shouldRefuseNameOfAnythingElse(String name) {
        assertThatThrownBy(() -> databases.drop(new DatabaseName(name)))
                .isInstanceOf(ProtectedDatabase.class)
                .hasMessageContaining(name);
    }

    @Test
    void shouldDropItsOwn() throws SQLException {
        databases.create(OURS);
        assertThat(databases.all().get(OURS.text())).contains(Owner.self());
        databases.drop(OURS);
        assertThat(databases.contains(OURS)).isFalse();
        databases.drop(OURS);
    }

    @Test
    void shouldSpareDatabaseOfOurSchemeWithoutMark() throws SQLException {
        run("create database " + OURS);
        assertThatThrownBy(() -> databases.drop(OURS))
                .isInstanceOf(ProtectedDatabase.class)
                .hasMessageContaining(OURS.text())
                .hasMessageContaining("lacks the mark");
        run("comment on database " + OURS + " is 'the accounts, please keep'");
        assertThatThrownBy(() -> databases.drop(OURS)).isInstanceOf(ProtectedDatabase.class);
        assertThat(databases.contains(OURS)).isTrue();
    }

    @Test
    void shouldSpareDatabaseOfAnotherLivingRun() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        var other = new Owner(
                "0a1b2c3d",
                parent.pid(),
                Owner.self().host(),
                parent.info().startInstant().orElseThrow());
        new TestDatabases(server, other).create(OURS);
        assertThatThrownBy(() -> databases.drop(OURS))
                .isInstanceOf(ProtectedDatabase.class)
                .hasMessageContaining("run 0a1b2c3d, which is alive");
    }

    @Test
    void shouldReadMarkAsItWasWritten() {
        assertThat(Owner.from(Owner.self().mark())).contains(Owner.self());
        assertThat(Owner.from("kci-bridge test database: run=x")).isEmpty();
        assertThat(Owner.from(null)).isEmpty();
    }

    @Test
    void shouldTellLivingProcessesFromDeadOnes() throws Exception {
        Owner self = Owner.self();
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(self.isAlive()).isTrue();
        assertThat(new Owner("0a1b2c3d", ended.pid(), self.host(), Instant.now()).isAlive())
                .isFalse();
        assertThat(new Owner("0a1b2c3d", self.pid(), self.host(), self.started().minusSeconds(60)).isAlive())
                .as("the number of an ended process, given to another")
                .isFalse();
        assertThat(new Owner("0a1b2c3d", ended.pid(), "elsewhere/pid:[1]", Instant.now()).isAlive())
                .as("a process that cannot be seen from here")
                .isTrue();
    }

    private void run(String command) throws SQLException {
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
