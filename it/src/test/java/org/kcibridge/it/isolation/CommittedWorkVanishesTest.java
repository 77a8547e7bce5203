package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.kind.IntegrationTest;

/** Whatever is committed between the beginning and the rollback is gone after it. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class CommittedWorkVanishesTest {

    private static final String STATE =
            """
            select 'kernel ' || k::text from kernel k
            union all select 'build ' || b::text from build b
            union all select 'note ' || n::text from note n
            order by 1
            """;

    private ScratchDatabase database;
    private Session session;
    private Undo undo;
    private List<String> before;

    @BeforeEach
    void begin(ScratchDatabase scratch) {
        database = scratch.run(
                "create table kernel (id bigserial primary key, version text unique, seen timestamptz, load float8)",
                "create table build (id int generated always as identity primary key,"
                        + " kernel bigint not null references kernel on delete cascade on update cascade,"
                        + " twice int generated always as (id * 2) stored)",
                "create table note (line text, at timestamptz)",
                "insert into kernel (version, seen, load) values ('v6.16', now(), 0.1), ('v6.17', 'infinity', 'NaN'), ('v6.18', null, null)",
                "insert into build (kernel) values (1), (1), (2)",
                "insert into note values ('same', now()), ('same', null), ('same', null), (null, null)");
        session = new Session(database::connect);
        undo = new Undo(session);
        undo.install();
        before = database.column(STATE);
        undo.begin();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void shouldUndoBeforeTheNextTestWhatAFailedRollbackHasLeft() throws SQLException {
        try (var impatient = new Session(database::connect, Duration.ofMillis(20));
                Connection holder = database.connect();
                var statement = holder.createStatement()) {
            var hasty = new Undo(impatient);
            hasty.begin();
            holder.setAutoCommit(false);
            statement.execute("insert into kernel (version) values ('held')");
            assertThatThrownBy(hasty::rollBack).isInstanceOf(DatabaseBusy.class);
            holder.commit();

            hasty.begin();

            assertThat(database.column(STATE)).isEqualTo(before);
        }
    }

    @Test
    void shouldUndoWhatTwoConnectionsCommit() throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            // Their times are shown differently, which must not make rows unknown.
            execute(first, "set timezone to 'Asia/Kolkata'");
            execute(
                    second,
                    "set timezone to 'America/St_Johns'; set bytea_output to escape; set extra_float_digits to -5");
            execute(first, "insert into kernel (version, seen) values ('v6.19', now())");
            execute(second, "update kernel set seen = now(), load = 1.0 / 3 where version = 'v6.16'");
            execute(second, "insert into kernel (version, seen) values ('v6.20', now())");
            second.commit();
            execute(first, "update kernel set seen = seen + interval '1 day' where version in ('v6.19', 'v6.16')");
            execute(first, "delete from kernel where version = 'v6.20'");
            first.commit();
        }
        assertThat(database.column(STATE)).isNotEqualTo(before);
        shouldBeAsBefore();
    }

    @Test
    void shouldUndoCascades() {
        database.run("delete from kernel where id = 1", "update kernel set id = 99 where id = 2");
        assertThat(database.column("select kernel from build")).containsExactly("99");
        shouldBeAsBefore();
    }

    @Test
    void shouldUndoUpsertsAndMerges() {
        database.run(
                "insert into kernel (version, load) values ('v6.18', 1), ('v7.0', 2)"
                        + " on conflict (version) do update set load = excluded.load, seen = now()",
                "merge into kernel k using (values ('v6.16'), ('v7.1')) n (version) on k.version = n.version"
                        + " when matched then delete when not matched then insert (version) values (n.version)",
                "with gone as (delete from build returning kernel) insert into note select kernel::text from gone");
        shouldBeAsBefore();
    }

    @Test
    void shouldUndoSwappedAndReusedKeys() {
        database.run(
                "update kernel set id = id + 1000",
                "update kernel set id = 1004 - id",
                "delete from kernel where version = 'v6.18'",
                "insert into kernel values (1, 'v6.18 again', null, null)",
                "update kernel set version = null");
        shouldBeAsBefore();
    }

    @Test
    void shouldUndoInTablesWithoutKey() {
        database.run(
                "insert into note values ('same', null), ('same', null), ('new', null)",
                "delete from note where line is null",
                "update note set line = 'other' where at is not null");
        shouldBeAsBefore();
    }

    @Test
    void shouldPutBackAsManyRowsAsWentThatAreAlike() {
        database.run("delete from note where at is null");
        shouldBeAsBefore();
    }

    @Test
    void shouldUndoTruncate() {
        database.run("truncate kernel, build restart identity", "insert into kernel (version) values ('v6.16')");
        shouldBeAsBefore();
    }

    @Test
    void shouldSetSequencesBack() {
        database.run("insert into kernel (version) select 'r' || n from generate_series(1, 5) n");
        shouldBeAsBefore();
        assertThat(database.value("insert into kernel (version) values ('next') returning id"))
                .isEqualTo("4");
    }

    @Test
    void shouldLeaveRolledBackWorkAlone() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            execute(connection, "delete from kernel");
            connection.rollback();
        }
        assertThat(database.value("select count(*) from undo.change")).isEqualTo("0");
        shouldBeAsBefore();
    }

    @Test
    void shouldWatchTablesMadeSince() {
        undo.rollBack();
        database.run("create table later (id int primary key)", "insert into later values (1)");
        undo.begin();
        database.run("insert into later values (2)", "delete from later where id = 1");
        undo.rollBack();
        assertThat(database.column("select id from later")).containsExactly("1");
    }

    @Test
    void shouldRecordOnlyBetweenBeginAndRollBack() {
        shouldBeAsBefore();
        database.run("insert into note values ('kept', null)");
        assertThat(database.value("select count(*) from undo.change")).isEqualTo("0");
        undo.begin();
        undo.rollBack();
        assertThat(database.value("select count(*) from note where line = 'kept'"))
                .isEqualTo("1");
        assertThatThrownBy(() -> undo.rollBack()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldTellOfTransactionThatIsNotOver() throws SQLException {
        try (Connection other = database.connect();
                var hasty = new Session(database::connect, Duration.ofMillis(50))) {
            var hastyUndo = new Undo(hasty);
            hastyUndo.begin();
            other.setAutoCommit(false);
            execute(other, "insert into note values ('pending', null)");
            assertThatThrownBy(hastyUndo::rollBack)
                    .isInstanceOf(DatabaseBusy.class)
                    .hasMessageContaining("undo.change")
                    .hasMessageContaining("insert into note values ('pending', null)");
            other.commit();
            hastyUndo.rollBack();
        }
        assertThat(database.column(STATE)).isEqualTo(before);
    }

    private void shouldBeAsBefore() {
        undo.rollBack();
        assertThat(database.column(STATE)).isEqualTo(before);
        assertThat(database.value("select count(*) from undo.change")).isEqualTo("0");
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
