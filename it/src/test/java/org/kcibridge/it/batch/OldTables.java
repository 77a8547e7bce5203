package org.kcibridge.it.batch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kcibridge.it.container.Database;

/** The tables of the FastAPI service as it makes them in PostgreSQL, in a schema beside ours. */
record OldTables(Database database, String schema) implements AutoCloseable {

    static final String SCHEDULED_AT = "2025-04-14 13:14:48.701202";

    private static final List<String> TABLES = List.of(
            """
            scheduled_build (build_uid varchar primary key, toolchain varchar not null, tree varchar not null,
            branch varchar not null, kconfig varchar, fragments json, scheduled_at timestamp not null)""",
            """
            run_build (build_uid varchar primary key references %1$s.scheduled_build, status varchar not null,
            submission json, submitted boolean not null)""",
            """
            build_artifact (build_uid varchar primary key references %1$s.scheduled_build, kernel_image varchar not null,
            modules varchar, kernel_version varchar not null)""",
            """
            scheduled_tests (test_uid varchar primary key, build_id varchar not null, test_collection varchar not null,
            tests json, scheduled_at timestamp not null, runner varchar not null)""",
            """
            test_results (id serial primary key, test_uid varchar not null references %1$s.scheduled_tests,
            build_id varchar not null, results json)""",
            """
            run_tests (build_id varchar not null, test varchar not null, ran_at timestamp not null,
            received_results boolean not null, submitted_results boolean not null, primary key (build_id, test))""");

    static OldTables in(Database database, String schema) {
        database.update("create schema " + schema);
        TABLES.forEach(table -> database.update("create table %1$s.".formatted(schema) + table.formatted(schema)));
        return new OldTables(database, schema);
    }

    /** A build that was ordered. */
    void build(String uid) {
        update(
                "scheduled_build values (?, 'gcc-13', 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git',"
                        + " 'master', 'defconfig', '[\"CONFIG_KASAN=y\"]', ?::timestamp)",
                uid,
                SCHEDULED_AT);
    }

    /** How it ended. */
    void built(String uid, String status, boolean submitted) {
        update("run_build values (?, ?, '{}', ?)", uid, status, submitted);
        String folder = "https://storage.tuxsuite.com/public/riscv/kernelci/builds/%s/".formatted(uid);
        update("build_artifact values (?, ?, ?, '6.15.0-rc2')", uid, folder + "Image.gz", folder + "modules.tar.xz");
    }

    /** Tests that were ordered. */
    void tests(String uid, String build, String collection, String... tests) {
        String list = List.of(tests).stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
        update(
                "scheduled_tests values (?, ?, ?, ?::json, ?::timestamp, 'tuxsuite')",
                uid,
                build,
                collection,
                list,
                SCHEDULED_AT);
        for (String test : tests) {
            run(build, test);
        }
    }

    void run(String build, String test) {
        update("run_tests values (?, ?, ?::timestamp, false, false)", build, test, SCHEDULED_AT);
    }

    /** What came of tests was received, and sent to KCIDB or not. */
    void received(String build, boolean sent, String... tests) {
        for (String test : tests) {
            database.update(
                    "update %s.run_tests set received_results = true, submitted_results = ? where build_id = ? and test = ?"
                            .formatted(schema),
                    sent,
                    build,
                    test);
        }
    }

    /** Results that KCIDB did not take. @param results statuses by the ids of KCIDB tests */
    void unsent(String uid, String build, Map<String, String> results) {
        String list = results.entrySet().stream()
                .map(result ->
                        """
                        {"id": "%s", "build_id": "%s", "origin": "riscv", "status": "%s", "path": "ltp.smoke",
                         "start_time": "2025-04-14T13:14:48", "misc": {"platform": "qemu-riscv64", "runtime": "tuxsuite"}}"""
                                .formatted(result.getKey(), build, result.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
        update("test_results (test_uid, build_id, results) values (?, ?, ?::json)", uid, build, list);
    }

    private void update(String into, Object... parameters) {
        database.update("insert into %s.%s".formatted(schema, into), parameters);
    }

    @Override
    public void close() {
        database.update("drop schema %s cascade".formatted(schema));
    }
}
