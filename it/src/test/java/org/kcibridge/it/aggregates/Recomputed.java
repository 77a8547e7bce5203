package org.kcibridge.it.aggregates;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The aggregates as one would work them out by hand, of all rows there are: in another language and another way than the
 * bridge does, so that both are hardly wrong in the same place. A line for each row.
 */
final class Recomputed {

    private static final List<String> STATUSES = List.of("PASS", "FAIL", "ERROR", "MISS", "DONE", "SKIP", "none");

    private final Map<String, Row> checkouts;
    private final Map<String, Row> builds;
    private final Map<String, Row> tests;
    private final Map<String, Row> incidents;

    Recomputed(Connection connection) throws SQLException {
        checkouts = read(
                connection,
                "select id, origin, tree_name, git_repository_url, git_repository_branch, start_time, _timestamp from checkouts");
        builds = read(connection, "select id, checkout_id, coalesce(status, 'none') status from builds");
        tests = read(
                connection,
                """
                select id, build_id, origin, coalesce(path, '') path, coalesce(status, 'none') status, start_time,
                       environment -> 'misc' ->> 'platform' platform,
                       array_to_string(array(select jsonb_array_elements_text(environment -> 'compatible')), ' ') compatible
                from tests""");
        incidents = read(connection, "select id, issue_id, build_id, test_id, present, _timestamp from incidents");
    }

    private static Map<String, Row> read(Connection connection, String sql) throws SQLException {
        Map<String, Row> rows = new TreeMap<>();
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Map<String, Object> values = new HashMap<>();
                for (int column = 1; column <= columns; column++) {
                    String name = found.getMetaData().getColumnLabel(column);
                    values.put(
                            name,
                            name.endsWith("time") || name.equals("_timestamp")
                                    ? found.getObject(column, OffsetDateTime.class)
                                    : found.getObject(column));
                }
                rows.put(found.getString("id"), new Row(values));
            }
        }
        return rows;
    }

    /** {@code checkout kind counts}. */
    SortedSet<String> checkouts() {
        Map<String, List<String>> statuses = new TreeMap<>();
        builds.values().stream()
                .filter(this::isSeen)
                .forEach(build -> note(statuses, build.text("checkout_id") + " builds", build.text("status")));
        seenTests()
                .forEach(test ->
                        note(statuses, buildOf(test).text("checkout_id") + " " + kind(test), test.text("status")));
        return lines(statuses);
    }

    /** {@code checkout platform origin kind {compatible} last-seen counts}. */
    SortedSet<String> hardware() {
        Map<String, List<Row>> byPlace = seenTests().stream().collect(Collectors.groupingBy(test -> "%s %s %s"
                .formatted(
                        buildOf(test).text("checkout_id"),
                        Objects.requireNonNullElse(test.text("platform"), "Unknown"),
                        test.text("origin"))));
        SortedSet<String> lines = new TreeSet<>();
        byPlace.forEach((place, ran) -> {
            SortedSet<String> compatible = new TreeSet<>();
            ran.stream()
                    .filter(test -> !test.text("compatible").isEmpty())
                    .forEach(test ->
                            compatible.addAll(List.of(test.text("compatible").split(" "))));
            Map<String, List<String>> statuses = new TreeMap<>();
            ran.forEach(test -> note(statuses, kind(test), test.text("status")));
            Set<Row> built = new HashSet<>();
            ran.stream()
                    .map(this::buildOf)
                    .filter(built::add)
                    .forEach(build -> note(statuses, "builds", build.text("status")));
            String lastSeen = ran.stream()
                    .map(test -> test.time("start_time"))
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .map(time -> time.toInstant().toString())
                    .orElse("never");
            lines(statuses)
                    .forEach(line ->
                            lines.add("%s %s {%s} %s".formatted(place, line, String.join(" ", compatible), lastSeen)));
        });
        return lines;
    }

    /** {@code origin|tree|url|branch checkout}. */
    SortedSet<String> trees() {
        Map<String, List<Row>> trees = checkouts.values().stream()
                .collect(Collectors.groupingBy(checkout -> String.join(
                        "|",
                        checkout.text("origin"),
                        String.valueOf(checkout.text("tree_name")),
                        String.valueOf(checkout.text("git_repository_url")),
                        String.valueOf(checkout.text("git_repository_branch")))));
        return trees.entrySet().stream()
                .map(tree -> tree.getKey() + " "
                        + tree.getValue().stream()
                                .max(Comparator.comparing(Recomputed::begun).thenComparing(row -> row.text("id")))
                                .orElseThrow()
                                .text("id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code issue incidents builds tests first-checkout last-checkout}. */
    SortedSet<String> issues() {
        Map<String, List<Row>> seen = incidents.values().stream()
                .filter(incident -> !Boolean.FALSE.equals(incident.values().get("present")))
                .sorted(Comparator.comparing((Row incident) -> incident.time("_timestamp"))
                        .thenComparing(incident -> incident.text("id")))
                .collect(Collectors.groupingBy(incident -> incident.text("issue_id")));
        return seen.entrySet().stream()
                .map(issue -> {
                    List<Row> all = issue.getValue();
                    return "%s %d %d %d %s %s"
                            .formatted(
                                    issue.getKey(),
                                    all.size(),
                                    distinct(all, "build_id"),
                                    distinct(all, "test_id"),
                                    checkoutOf(all.get(0)),
                                    checkoutOf(all.get(all.size() - 1)));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static OffsetDateTime begun(Row checkout) {
        return checkout.time("start_time") == null ? checkout.time("_timestamp") : checkout.time("start_time");
    }

    private static long distinct(List<Row> rows, String column) {
        return rows.stream()
                .map(row -> row.text(column))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private String checkoutOf(Row incident) {
        Row test = incident.text("test_id") == null ? null : tests.get(incident.text("test_id"));
        String id = incident.text("build_id") != null
                ? incident.text("build_id")
                : test == null ? null : test.text("build_id");
        Row build = id == null ? null : builds.get(id);
        return build == null ? "unknown" : build.text("checkout_id");
    }

    /** Tests whose build is there, and the checkout of that. */
    private List<Row> seenTests() {
        return tests.values().stream()
                .filter(test -> builds.containsKey(test.text("build_id")))
                .filter(test -> isSeen(buildOf(test)))
                .toList();
    }

    private boolean isSeen(Row build) {
        return checkouts.containsKey(build.text("checkout_id"));
    }

    private Row buildOf(Row test) {
        return builds.get(test.text("build_id"));
    }

    private static String kind(Row test) {
        return test.text("path").matches("boot(\\..*)?") ? "boots" : "tests";
    }

    private static void note(Map<String, List<String>> statuses, String key, String status) {
        statuses.computeIfAbsent(key, any -> new ArrayList<>()).add(status);
    }

    private static SortedSet<String> lines(Map<String, List<String>> statuses) {
        SortedSet<String> lines = new TreeSet<>();
        statuses.forEach((key, all) -> {
            String counts = STATUSES.stream()
                    .map(status ->
                            Long.toString(all.stream().filter(status::equals).count()))
                    .collect(Collectors.joining(","));
            long inconclusive = all.stream()
                    .filter(status -> !status.equals("PASS") && !status.equals("FAIL"))
                    .count();
            lines.add("%s %s/%d".formatted(key, counts, inconclusive));
        });
        return lines;
    }

    private record Row(Map<String, Object> values) {

        String text(String column) {
            return (String) values.get(column);
        }

        OffsetDateTime time(String column) {
            return (OffsetDateTime) values.get(column);
        }
    }
}
