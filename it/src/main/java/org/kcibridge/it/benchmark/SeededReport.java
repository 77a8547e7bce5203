package org.kcibridge.it.benchmark;

import java.sql.SQLException;
import java.util.List;

/** A report of many tests, made up by the bridge's own batch job. */
final class SeededReport {

    /** Everything that a seeding writes, and that another one would find in its way. */
    static final List<String> TABLES = List.of("checkouts", "builds", "tests", "issues", "incidents");

    /** As many tests as the dataset has, which a scale multiplies. */
    private static final int TESTS = 414;

    private SeededReport() {}

    /** @return how many seconds it took */
    static double seed(Bridge bridge, int tests) throws Exception {
        int scale = Math.max(1, (int) Math.ceil(tests / (double) TESTS));
        var watch = new Stopwatch();
        bridge.run("seed-test-data", "{\"scale\":\"%d\"}".formatted(scale));
        return watch.seconds();
    }

    static long tests(Database database) throws SQLException {
        return database.number("select count(*) from tests");
    }

    /** As if nothing had ever been reported. */
    static void clear(Database database) throws SQLException {
        database.execute(
                "truncate " + String.join(", ", TABLES),
                "truncate aggregate.stale, aggregate.checkout, aggregate.tree, aggregate.hardware, aggregate.issue",
                "delete from seed.written",
                "truncate event.waiting, event.numbered");
    }
}
