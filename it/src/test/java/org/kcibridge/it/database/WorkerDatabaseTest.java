package org.kcibridge.it.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.kind.IntegrationTest;

/** From migrations to workers' databases, and what is left of them. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class WorkerDatabaseTest {

    @TempDir
    Path folder;

    private DatabaseServer server;
    private TestDatabases databases;

    @BeforeEach
    void migrations(DatabaseServer shared) throws IOException {
        server = shared;
        databases = new TestDatabases(server, Owner.self());
        Files.writeString(folder.resolve("V1__kernel.sql"), "create table kernel (version text)");
    }

    @AfterEach
    void clear() {
        databases.all().keySet().forEach(name -> databases.drop(new DatabaseName(name)));
    }

    @Test
    void shouldHaveTablesOfApplication() throws SQLException {
        try (var worker = WorkerDatabase.open(server, 1)) {
            assertThat(worker.name()).isEqualTo("kcibridge_test_" + Owner.self().run() + "_w1");
            assertThat(worker.jdbcUrl()).isEqualTo(server.jdbcUrl(worker.name()));
            assertThat(value(worker, "select count(*) from job")).isEqualTo("0");
        }
        assertThat(databases.all().keySet())
                .as("only the template stays")
                .singleElement()
                .asString()
                .contains("_template_");
    }

    @Test
    void shouldKeepWorkersApart() throws SQLException {
        try (var first = open(1);
                var second = open(2)) {
            run(first, "insert into kernel values ('v6.18')");
            assertThat(value(first, "select count(*) from kernel")).isEqualTo("1");
            assertThat(value(second, "select count(*) from kernel")).isEqualTo("0");
        }
    }

    @Test
    void shouldMigrateOnceForAllWorkers() throws Exception {
        int workers = 4;
        var together = new CyclicBarrier(workers);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<WorkerDatabase>> openings = new ArrayList<>();
            for (int i = 1; i <= workers; i++) {
                int number = i;
                openings.add(() -> {
                    together.await();
                    return open(number);
                });
            }
            Set<String> migrated = new HashSet<>();
            for (Future<WorkerDatabase> opened : threads.invokeAll(openings)) {
                migrated.add(value(opened.get(), "select installed_on from flyway_schema_history"));
            }
            assertThat(migrated).as("all are copies of one").hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void shouldMakeAnotherTemplateForChangedMigrations() throws SQLException, IOException {
        open(1).close();
        Files.writeString(folder.resolve("V1__kernel.sql"), "create table kernel (version text, tag text)");
        try (var worker = open(1)) {
            assertThat(value(worker, "select count(tag) from kernel")).isEqualTo("0");
        }
        Files.writeString(folder.resolve("V2__branch.sql"), "alter table kernel add branch text");
        try (var worker = open(1)) {
            assertThat(value(worker, "select count(branch) from kernel")).isEqualTo("0");
        }
    }

    @Test
    void shouldAbortWhenMigrationFails() throws IOException {
        Files.writeString(folder.resolve("V2__broken.sql"), "alter table nowhere add tag text");
        assertThatThrownBy(() -> open(1)).isInstanceOf(DatabaseUnusable.class).hasMessageContaining("nowhere");
        assertThat(databases.all()).isEmpty();
    }

    @Test
    void shouldAbortWhenLockCannotBeHad() throws SQLException {
        try (Connection other = server.connect();
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + ServerLock.KEY + ")");
            assertThatThrownBy(() -> new ServerLock(server, "100ms").holding(() -> "went on regardless"))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("lock timeout");
        }
    }

    @Test
    void shouldReapWhatDeadRunsLeft() throws Exception {
        Process crashed = new ProcessBuilder("true").start();
        crashed.waitFor();
        var dead = new Owner("deadbeef", crashed.pid(), Owner.self().host(), Instant.now());
        var left = new DatabaseName("kcibridge_test_deadbeef_w1");
        var unmarked = new DatabaseName("kcibridge_test_deadbeef_w2");
        try (var living = open(1);
                Connection forgotten = abandon(dead, left)) {
            run("create database " + unmarked);

            List<String> reaped =
                    new StaleDatabases(server, Owner.self(), template().name()).reap();

            assertThat(reaped).containsExactly(left.text());
            assertThat(forgotten.isValid(2)).isFalse();
            assertThat(value(living, "select count(*) from kernel")).isEqualTo("0");
            assertThat(databases.all()).doesNotContainKey(left.text()).containsKey(unmarked.text());
        } finally {
            run("drop database if exists " + unmarked);
        }
    }

    @Test
    void shouldReapTemplateOfOtherMigrationsOnly() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        var dead = new Owner("deadbeef", ended.pid(), Owner.self().host(), Instant.now());
        WorkerDatabase.open(server, dead, Migrations.in(folder), 1).close();
        DatabaseName old = template().name();
        Files.writeString(folder.resolve("V2__tag.sql"), "alter table kernel add tag text");

        assertThat(new StaleDatabases(server, Owner.self(), old).reap())
                .as("still wanted")
                .isEmpty();
        assertThat(new StaleDatabases(server, Owner.self(), template().name()).reap())
                .containsExactly(old.text());
    }

    private WorkerDatabase open(int number) {
        return WorkerDatabase.open(server, Owner.self(), Migrations.in(folder), number);
    }

    private Connection abandon(Owner owner, DatabaseName name) throws SQLException {
        new TestDatabases(server, owner).create(name);
        return server.connect(name.text());
    }

    private Template template() {
        return new Template(server, Owner.self(), Migrations.in(folder));
    }

    private void run(String command) throws SQLException {
        try (Connection connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void run(WorkerDatabase worker, String command) throws SQLException {
        try (Connection connection = worker.connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String value(WorkerDatabase worker, String query) throws SQLException {
        try (Connection connection = worker.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
