package org.kcibridge.it.aggregates;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Writes to the report at random, few ids over and over, so that children come before parents and everything changes. */
final class Scribble {

    private static final List<String> STATUSES =
            List.of("'PASS'", "'FAIL'", "'ERROR'", "'MISS'", "'DONE'", "'SKIP'", "null");
    private static final List<String> TREES = List.of("'mainline'", "'next'", "null");
    private static final List<String> PATHS = List.of("'boot'", "'boot.nfs'", "'bootrr'", "'ltp.fork01'", "null");
    private static final List<String> ENVIRONMENTS = List.of(
            "'{\"misc\": {\"platform\": \"board\"}, \"compatible\": [\"maker,board\", \"maker,soc\"]}'",
            "'{\"misc\": {\"platform\": \"board\"}, \"compatible\": [\"maker,board-2\"]}'",
            "'{\"misc\": {\"platform\": \"qemu\"}}'",
            "'{\"compatible\": []}'",
            "null");

    private final Connection connection;
    private final Random random;

    Scribble(Connection connection, Random random) {
        this.connection = connection;
        this.random = random;
    }

    void write(int changes) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (int change = 0; change < changes; change++) {
                statement.execute(change());
            }
        }
    }

    private String change() {
        return switch (random.nextInt(15)) {
            case 0, 1 ->
                "insert into checkouts (id, origin, tree_name, start_time) values (%s, 'o', %s, %s) on conflict do nothing"
                        .formatted(id("c", 8), of(TREES), time());
            case 2, 3, 4 ->
                "insert into builds (id, checkout_id, origin, status) values (%s, %s, 'o', %s) on conflict do nothing"
                        .formatted(id("b", 16), id("c", 8), of(STATUSES));
            case 5, 6, 7 ->
                "insert into tests (id, build_id, origin, path, status, environment, start_time)"
                        + " values (%s, %s, 'o%d', %s, %s, %s, %s) on conflict do nothing"
                                .formatted(
                                        id("t", 60),
                                        id("b", 16),
                                        random.nextInt(2),
                                        of(PATHS),
                                        of(STATUSES),
                                        of(ENVIRONMENTS),
                                        time());
            case 8 ->
                "insert into incidents (id, origin, issue_id, issue_version, %s, present) values (%s, 'o', %s, 1, %s, %s) on conflict do nothing"
                        .formatted(
                                random.nextBoolean() ? "build_id" : "test_id",
                                id("i", 30),
                                id("issue", 4),
                                random.nextBoolean() ? id("b", 16) : id("t", 60),
                                of(List.of("true", "true", "false", "null")));
            case 9 ->
                "update tests set status = %s, path = %s where id = %s".formatted(of(STATUSES), of(PATHS), id("t", 60));
            case 10 -> "update builds set checkout_id = %s where id = %s".formatted(id("c", 8), id("b", 16));
            case 11 ->
                "update checkouts set tree_name = %s, start_time = %s where id = %s"
                        .formatted(of(TREES), time(), id("c", 8));
            case 12 -> "delete from %s where id = %s".formatted("tests", id("t", 60));
            default ->
                random.nextBoolean()
                        ? "delete from builds where id = " + id("b", 16)
                        : random.nextBoolean()
                                ? "delete from checkouts where id = " + id("c", 8)
                                : "delete from incidents where id = " + id("i", 30);
        };
    }

    private String id(String kind, int count) {
        return "'o:%s%d'".formatted(kind, random.nextInt(count));
    }

    private String time() {
        return random.nextInt(5) == 0
                ? "null"
                : "timestamptz '2026-01-01T00:00:00Z' + interval '%d minutes'".formatted(random.nextInt(50));
    }

    private String of(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
