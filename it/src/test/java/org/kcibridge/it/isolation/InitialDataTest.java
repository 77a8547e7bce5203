package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.kind.IntegrationTest;

/** Rows come back as they were, to the last bit and whatever their types. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class InitialDataTest {

    private static final String ALL =
            """
            select encode(sha256(convert_to(string_agg(t::text, E'\\n' order by t::text), 'UTF8')), 'hex') from %s t
            """;

    private ScratchDatabase database;
    private Session session;

    @BeforeEach
    void use(ScratchDatabase scratch) {
        database = scratch;
        session = new Session(database::connect);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void shouldKeepEveryTypeExact() {
        database.run(
                """
                create table sample (
                    id int generated always as identity primary key,
                    label text, body bytea, tags text[], grid int[][], document jsonb, raw json,
                    at timestamptz, took interval, ratio double precision, share real, price numeric, span int4range,
                    doubled int generated always as (id * 2) stored, kind regclass, uid uuid)
                """,
                """
                insert into sample (label, body, tags, grid, document, raw, at, took, ratio, share, price, span, kind, uid) values
                ('', '\\x00ff5c22', array['a,b', null, '"q"', '\\', ''], '[2:3][1:2]={{1,2},{3,null}}', 'null', '{"b": 1,  "b": 2}',
                 '2026-03-29 02:30:00.123456+01', '1 mon 3 days 04:05:06.7', 0.1 + 0.2::float8, 'NaN', 1.500, '[1,5)', 'pg_class',
                 '00000000-0000-0000-0000-000000000001'),
                (E'line\\nbreak\\t"quoted" ünï (x,y)', null, '{}', null, '{"a": [1.0, null]}', null, 'infinity', null, '-Infinity', 1e-40,
                 'NaN', 'empty', null, null),
                (null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                """);
        String before = database.value(ALL.formatted("sample"));
        InitialData initial = InitialData.take(session);

        new Flush(session).run();
        assertThat(database.value("select count(*) from sample")).isEqualTo("0");
        initial.restore(session);

        assertThat(database.value(ALL.formatted("sample"))).isEqualTo(before);
        assertThat(database.column("select doubled from sample order by id")).containsExactly("2", "4", "6");
    }

    @Test
    void shouldTellOfARowThatCameInThePlaceOfAnInitialOne() {
        database.run(
                "create table role (id int primary key, name text)",
                "insert into role values (1, 'reader'), (2, 'operator')");
        try (IsolatedDatabase isolated = IsolatedDatabase.of(database::connect)) {
            isolated.flush();
            database.run("insert into role values (1, 'late')");

            isolated.refill();

            assertThat(isolated.leaks()).singleElement().asString().contains("role", "1 changed", "late");
            isolated.restore();
            assertThat(isolated.leaks()).isEmpty();
        }
    }

    @Test
    void shouldSetSequencesBack() {
        database.run(
                "create table kernel (id bigserial primary key, version text)",
                "create sequence fresh start 7",
                "create sequence moved",
                "select setval('moved', 41, false)",
                "insert into kernel (version) values ('v6.17'), ('v6.18')");
        InitialData initial = InitialData.take(session);
        database.run(
                "insert into kernel (version) select 'next' from generate_series(1, 10)",
                "select nextval('fresh'), nextval('moved')");

        new Flush(session).run();
        initial.restore(session);

        assertThat(database.value("insert into kernel (version) values ('v6.19') returning id"))
                .isEqualTo("3");
        assertThat(database.value("select nextval('fresh') || ' ' || nextval('moved')"))
                .isEqualTo("7 41");
    }

    @Test
    void shouldRestoreRowsThatReferInCircles() {
        database.run(
                "create table job (id int primary key, claim int, parent int references job)",
                "create table claim (id int primary key, job int not null references job)",
                "alter table job add constraint held foreign key (claim) references claim",
                "insert into job values (1, null, 1), (2, null, 1)",
                "insert into claim values (10, 1)",
                "update job set claim = 10");
        InitialData initial = InitialData.take(session);
        new Flush(session).run();
        initial.restore(session);

        assertThat(database.column("select id || ' ' || claim || ' ' || parent from job order by id"))
                .containsExactly("1 10 1", "2 10 1");
        assertThat(database.value("select count(*) from claim c join job j on j.id = c.job"))
                .isEqualTo("1");
        database.run(
                "alter table job drop constraint held",
                "alter table job add constraint held foreign key (claim) references claim");
    }

    @Test
    void shouldNotRunTriggersOnRestore() {
        database.run(
                "create table kernel (version text)",
                "create function shout() returns trigger language plpgsql as"
                        + " $$ begin new.version = upper(new.version); return new; end $$",
                "insert into kernel values ('v6.18')",
                "create trigger shout before insert on kernel for each row execute function shout()");
        InitialData initial = InitialData.take(session);
        new Flush(session).run();
        initial.restore(session);
        assertThat(database.column("select version from kernel")).containsExactly("v6.18");
    }
}
