package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.kind.IntegrationTest;

/** Emptying tables whatever they refer to; rows are there, so that a wrong order fails on them. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class DeletionOrderTest {

    private ScratchDatabase database;

    @BeforeEach
    void use(ScratchDatabase scratch) {
        database = scratch;
    }

    @Test
    void shouldDeleteChildrenFirst() throws SQLException {
        database.run(
                "create table a_checkout (id int primary key)",
                "create table b_build (id int primary key, checkout int not null references a_checkout)",
                "create table c_test (id int primary key, build int not null references b_build)",
                "insert into a_checkout values (1)",
                "insert into b_build values (1, 1)",
                "insert into c_test values (1, 1)");
        assertThat(flushed().tables()).containsExactly("c_test", "b_build", "a_checkout");
    }

    @Test
    void shouldIgnoreReferenceToItself() throws SQLException {
        database.run(
                "create table commit (id int primary key, parent int not null references commit,"
                        + " merged int references commit on delete restrict)",
                "insert into commit values (1, 1, null), (2, 1, 1), (3, 2, 2)");
        assertThat(flushed().steps()).hasSize(1);
    }

    @Test
    void shouldOpenCycleAtNullableReference() throws SQLException {
        database.run(
                "create table job (id int primary key, claim int)",
                "create table claim (id int primary key, job int not null references job)",
                "alter table job add foreign key (claim) references claim",
                "insert into job values (1, null)",
                "insert into claim values (1, 1)",
                "update job set claim = 1");
        assertThat(flushed().steps().get(0).sql()).startsWith("update \"public\".\"job\" set \"claim\" = null");
    }

    @Test
    void shouldOpenCycleAtDeferrableReference() throws SQLException {
        database.run(
                "create table job (id int primary key, claim int not null)",
                "create table claim (id int primary key, job int not null references job)",
                "alter table job add foreign key (claim) references claim deferrable",
                "begin; set constraints all deferred; insert into claim select 1, 1 where false;"
                        + " alter table job alter claim drop not null; insert into job values (1, null);"
                        + " insert into claim values (1, 1); update job set claim = 1; commit",
                "alter table job alter claim set not null");
        assertThat(flushed().steps()).extracting(DeletionOrder.Step::sql).noneMatch(sql -> sql.startsWith("update"));
    }

    @Test
    void shouldNameCycleThatCannotBeOpened() throws SQLException {
        database.run(
                "create table job (id int primary key, claim int not null)",
                "create table claim (id int primary key, job int not null references job)",
                "alter table job add foreign key (claim) references claim");
        try (Connection connection = database.connect()) {
            Catalog catalog = Catalog.read(connection);
            assertThatThrownBy(() -> DeletionOrder.of(catalog))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("claim to job, job to claim");
        }
    }

    @Test
    void shouldCoverTableMadeByTest() throws SQLException {
        database.run("create table kernel (id int primary key)", "insert into kernel values (1)");
        flushed();
        database.run(
                "create table \"Odd \"\"name\" (kernel int references kernel)",
                "insert into kernel values (1)",
                "insert into \"Odd \"\"name\" values (1)");
        assertThat(flushed().tables()).containsExactly("Odd \"name", "kernel");
    }

    @Test
    void shouldSpareOtherSchemasAndHistory() throws SQLException {
        database.run(
                "create table flyway_schema_history (version text)",
                "insert into flyway_schema_history values ('1')",
                "create schema jberet",
                "create table jberet.job (id int)",
                "insert into jberet.job values (1)");
        assertThat(flushed().steps()).isEmpty();
        assertThat(database.value(
                        "select (select count(*) from flyway_schema_history) + (select count(*) from jberet.job)"))
                .isEqualTo("2");
    }

    /** Runs the real flush, looks that all is gone, and returns the order it went by. */
    private DeletionOrder flushed() throws SQLException {
        try (var session = new Session(database::connect);
                Connection connection = database.connect()) {
            Catalog catalog = Catalog.read(connection);
            new Flush(session).run();
            for (Table table : catalog.tables()) {
                assertThat(database.value("select count(*) from " + table.sql()))
                        .as(table.name())
                        .isEqualTo("0");
            }
            return DeletionOrder.of(catalog);
        }
    }
}
