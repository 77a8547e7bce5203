package org.kcibridge.it.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.cases.Breadth;
import org.kcibridge.it.builders.KnownIssue;
import org.kcibridge.it.builders.Row;
import org.kcibridge.it.builders.TestedBuild;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.container.OpenTransaction;
import org.kcibridge.kind.IntegrationTest;

@IntegrationTest
class AggregatesIT extends BridgeTest {

    private static final String COUNTS =
            "concat_ws(',', pass, fail, error, miss, done, skip, none) || '/' || inconclusive";

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, Breadth.ofRun().all() ? 40 : 3).boxed();
    }

    /** Parents after children, changes, moves, ends, by several writers at once. */
    @ParameterizedTest
    @MethodSource("seeds")
    void equalsRecomputation(int seed) throws Exception {
        // What nobody scribbles on, so that there is something of everything.
        given.incident().with("test_id", given.test().create().id()).create();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Void>> all = IntStream.range(0, 3)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        try (Connection connection = database.worker().connect()) {
                            new Scribble(connection, new Random(seed * 31L + writer)).write(120);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> writer : writers.invokeAll(all)) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }

        assertInStep();
        assertThat(database.count("select count(*) from aggregate.hardware")).isPositive();
        assertThat(database.count("select count(*) from aggregate.issue where first_checkout is not null"))
                .isPositive();
    }

    /** A plan that a session keeps is one for ten, with which ten thousand take minutes. */
    @Test
    void isPlannedForAsManyAsThereAre() throws SQLException {
        try (Connection connection = database.worker().connect()) {
            assertThat(
                            lines(
                                    connection,
                                    """
                            select proname from pg_proc where pronamespace = 'aggregate'::regnamespace
                              and 'plan_cache_mode=force_custom_plan' = any (proconfig)"""))
                    .containsExactly("work_out_checkouts", "work_out_issues");
        }
    }

    /** One change at a time, so that no other one makes up for a mark that is missing. */
    @Test
    void followsEveryKindOfChange() throws SQLException {
        standStill();
        for (String world : List.of("o:1", "o:2")) {
            given.checkout().with("id", world + "c").with("tree_name", world).create();
            given.build()
                    .with("id", world + "b")
                    .with("checkout_id", world + "c")
                    .create();
            given.test().with("id", world + "t").with("build_id", world + "b").create();
            given.test().with("id", world + "u").with("build_id", world + "b").create();
            given.incident()
                    .with("id", world + "i")
                    .with("issue_id", world)
                    .with("test_id", world + "t")
                    .create();
        }
        for (String change : List.of(
                "update tests set status = 'FAIL' where id = 'o:1t'",
                "update tests set build_id = 'o:2b' where id = 'o:1u'",
                "update tests set environment = null where id = 'o:1t'",
                "delete from tests where id = 'o:2u'",
                "update builds set status = 'FAIL' where id = 'o:1b'",
                "update incidents set issue_id = 'o:2' where id = 'o:1i'",
                "update incidents set present = false where id = 'o:1i'",
                "update incidents set test_id = 'o:1u', present = true where id = 'o:1i'",
                "update incidents set test_id = 'o:1t' where id = 'o:1i'",
                "update builds set checkout_id = 'o:2c' where id = 'o:1b'",
                "delete from builds where id = 'o:1b'",
                "insert into builds (id, checkout_id, origin) values ('o:1b', 'o:1c', 'o')",
                "insert into tests (id, build_id, origin) values ('o:3t', 'o:1b', 'o')",
                "update checkouts set tree_name = 'o:2', start_time = now() where id = 'o:1c'",
                "update checkouts set start_time = '2020-01-01' where id = 'o:1c'",
                "delete from checkouts where id = 'o:2c'",
                "delete from incidents where id = 'o:2i'",
                "delete from tests",
                "delete from checkouts")) {
            beat("settle aggregates");
            String before = everything();
            database.update(change);

            beat("settle aggregates");

            assertEquals();
            assertThat(everything()).as(change).isNotEqualTo(before);
        }
    }

    private String everything() {
        return database.value(
                """
                select (select coalesce(string_agg(c::text, '|' order by c::text), '') from aggregate.checkout c)
                    || (select coalesce(string_agg(h::text, '|' order by h::text), '') from aggregate.hardware h)
                    || (select coalesce(string_agg(t::text, '|' order by t::text), '') from aggregate.tree t)
                    || (select coalesce(string_agg(i::text, '|' order by i::text), '') from aggregate.issue i)""");
    }

    @Test
    void tellsHowACheckoutWent(TestedBuild tested) throws SQLException {
        assertInStep();

        assertThat(database.value(
                        "select string_agg(kind || ' ' || pass, ', ' order by kind) from aggregate.checkout where checkout_id = ?",
                        tested.checkout().id()))
                .isEqualTo("builds 1, tests 1");
    }

    @Test
    void tellsWhereAnIssueWasSeen(KnownIssue known) throws SQLException {
        assertInStep();

        assertThat(database.value(
                        "select builds || ' ' || first_checkout from aggregate.issue where issue_id = ?",
                        known.issue().id()))
                .isEqualTo("1 " + known.build().text("checkout_id"));
    }

    @Test
    void countsNoIncidentThatIsNotPresent(KnownIssue known) throws SQLException {
        database.update(
                "update incidents set present = false where id = ?",
                known.incident().id());

        assertInStep();

        assertThat(database.count("select count(*) from aggregate.issue")).isZero();
    }

    @Test
    void followsTheReportOfABuild() throws SQLException {
        String job = scheduleBuild(Map.of());
        awaitDelivery(job);

        assertInStep();
        assertThat(database.value("select pass from aggregate.checkout where kind = 'builds'"))
                .isEqualTo("1");
    }

    @Test
    void isInStepWhenASeedingEnds() throws SQLException {
        standStill();
        Reply started = api.post("/batch/jobs/seed-test-data/start", "{}");
        int id = started.json().getInt("id");
        await("it is seeded")
                .atMost(PATIENCE)
                .until(() -> api.get("/batch/executions/" + id).json().containsKey("ended_at"));

        assertThat(database.count("select count(*) from aggregate.stale")).isZero();
        assertEquals();
        assertThat(database.count("select count(*) from aggregate.tree")).isEqualTo(5);
    }

    @Test
    void isWorkedOutAnewByAJob() throws SQLException {
        Row test = given.test().create();
        given.incident().with("test_id", test.id()).create();
        assertInStep();
        standStill();
        for (String table : List.of("checkout", "hardware", "issue")) {
            database.update("delete from aggregate." + table);
        }
        database.update("update aggregate.tree set checkout_id = 'o:gone'");
        database.update("insert into aggregate.checkout values ('o:gone', 'builds', 1, 1, 1, 1, 1, 1, 1)");

        int id = api.post(
                        "/batch/jobs/rebuild-aggregates/start",
                        Json.createObjectBuilder().build().toString())
                .json()
                .getInt("id");
        await("it is rebuilt")
                .atMost(PATIENCE)
                .until(() -> api.get("/batch/executions/" + id).json().containsKey("ended_at"));

        assertThat(api.get("/batch/executions/" + id).json().getString("exit_status"))
                .isEqualTo("3 checkouts and issues worked out anew");
        assertEquals();
    }

    /** Whoever writes waits for nobody who works it out. */
    @Test
    void keepsNobodyFromWriting() throws SQLException {
        standStill();
        given.test().create();
        try (OpenTransaction other = database.begin("select aggregate.settle(1000)")) {
            given.test().create();

            other.commit();
        }
        beat("settle aggregates");
        assertThat(database.count("select count(*) from aggregate.stale")).isZero();
        assertEquals();
    }

    private void assertInStep() throws SQLException {
        await("nothing is stale")
                .atMost(PATIENCE)
                .until(() -> database.count("select count(*) from aggregate.stale") == 0);
        assertEquals();
    }

    private void assertEquals() throws SQLException {
        try (Connection connection = database.worker().connect()) {
            Recomputed expected = new Recomputed(connection);
            assertThat(lines(
                            connection,
                            "select concat_ws(' ', checkout_id, kind, " + COUNTS + ") from aggregate.checkout"))
                    .isEqualTo(expected.checkouts());
            assertThat(lines(
                            connection,
                            """
                            select concat_ws(' ', checkout_id, platform, origin, kind, %s,
                                             '{' || array_to_string(compatible, ' ') || '}',
                                             coalesce(to_char(last_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'never'))
                            from aggregate.hardware"""
                                    .formatted(COUNTS)))
                    .isEqualTo(expected.hardware());
            assertThat(
                            lines(
                                    connection,
                                    """
                            select concat(origin, '|', coalesce(tree_name, 'null'), '|', coalesce(git_repository_url, 'null'),
                                          '|', coalesce(git_repository_branch, 'null'), ' ', checkout_id) from aggregate.tree"""))
                    .isEqualTo(expected.trees());
            assertThat(
                            lines(
                                    connection,
                                    """
                            select concat_ws(' ', issue_id, incidents, builds, tests, coalesce(first_checkout, 'unknown'),
                                             coalesce(last_checkout, 'unknown')) from aggregate.issue"""))
                    .isEqualTo(expected.issues());
        }
    }

    private static SortedSet<String> lines(Connection connection, String sql) throws SQLException {
        SortedSet<String> lines = new TreeSet<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
