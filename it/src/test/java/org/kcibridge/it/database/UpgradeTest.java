package org.kcibridge.it.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.kind.IntegrationTest;

/**
 * A new version begins to work while nodes of the one before still run. So a migration adds to what is there: no row changes
 * under them, and what they write still fits.
 */
@IntegrationTest
@ExtendWith(SharedServer.class)
class UpgradeTest {

    /** The schema of the first release. Whatever comes later has to get on with it. */
    private static final String FIRST_RELEASE = "11";

    /** What a node of that release writes. {@code %s} is a digit that tells two such nodes apart. */
    private static final String OLD_NODE =
            """
            insert into checkouts (id, origin, tree_name) values ('lab:c%1$s', 'lab', 'mainline');
            insert into builds (id, checkout_id, origin, status) values ('lab:b%1$s', 'lab:c%1$s', 'lab', 'PASS');
            insert into tests (id, build_id, origin, path, status, environment)
                values ('lab:t%1$s', 'lab:b%1$s', 'lab', 'ltp.mm', 'FAIL', '{"misc":{"platform":"qemu"}}');
            insert into issues (id, version, origin) values ('lab:i%1$s', 1, 'lab');
            insert into incidents (id, origin, issue_id, issue_version, test_id)
                values ('lab:n%1$s', 'lab', 'lab:i%1$s', 1, 'lab:t%1$s');
            insert into job (id, kind, state, runner, runner_uid, origin, request, callback_secret, created_at, changed_at, due_at)
                values ('00000000-0000-0000-0000-00000000000%1$s', 'BUILD', 'SUBMITTED', 'tuxsuite', 'uid%1$s', 'riscv',
                        '{"a":1}', 'secret', now(), now(), now());
            insert into claim (work, job_id) values ('work%1$s', '00000000-0000-0000-0000-00000000000%1$s');
            insert into callback (runner, door, job_id, proof, body, body_sha256, state)
                values ('tuxsuite', 'build', '00000000-0000-0000-0000-00000000000%1$s', 'SECRET', 'x', 'sha%1$s', 'RECEIVED');
            insert into submission (id, job_id, state, document, objects, bytes, created_at, changed_at, due_at)
                values ('00000000-0000-0000-0000-00000000000%1$s', '00000000-0000-0000-0000-00000000000%1$s', 'WAITING',
                        '{"builds":[]}', 1, 9, now(), now(), now());
            insert into upload (id, state, document, bytes, received_at)
                values ('00000000-0000-0000-0000-00000000000%1$s', 'WAITING', 'x', 1, now());
            insert into api_token (id, name, role, token_hash)
                values ('00000000-0000-0000-0000-00000000000%1$s', 'ci', 'reader', 'hash%1$s');
            """;

    private static void migrate(ScratchDatabase database, String version) {
        Flyway.configure(UpgradeTest.class.getClassLoader())
                .dataSource(
                        database.server().jdbcUrl(database.name()),
                        database.server().user(),
                        database.server().password())
                .locations(Migrations.ofApplication().location())
                .target(version)
                .load()
                .migrate();
    }

    /** Each row as text, with no more columns than it had. */
    private static Map<String, List<String>> rows(ScratchDatabase database, Map<String, String> columns) {
        Map<String, List<String>> rows = new TreeMap<>();
        columns.forEach((table, names) ->
                rows.put(table, database.column("select row(%s)::text from %s order by 1".formatted(names, table))));
        return rows;
    }

    private static Map<String, String> columns(ScratchDatabase database) {
        Map<String, String> columns = new TreeMap<>();
        database.column(
                        """
                        select table_name || '=' || string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                        from information_schema.columns natural join information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                        group by table_name""")
                .forEach(table -> columns.put(table.split("=")[0], table.split("=")[1]));
        return columns;
    }

    @Test
    void losesNothingAndLetsOldNodesGoOn(ScratchDatabase database) {
        migrate(database, FIRST_RELEASE);
        database.run(OLD_NODE.formatted(1));
        Map<String, String> columns = columns(database);
        Map<String, List<String>> before = rows(database, columns);
        assertThat(before.get("tests")).hasSize(1);

        migrate(database, "latest");

        assertThat(rows(database, columns)).isEqualTo(before);
        database.run(OLD_NODE.formatted(2), "update job set state = 'FINISHED', due_at = null", "delete from claim");
        assertThat(rows(database, columns).get("submission")).hasSize(2);
    }
}
