package org.kcibridge.seed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;

/** What a plan makes of a dataset. */
@UnitTest
class WorldTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest(name = "{0} checkouts, {1} issues, scale {2}")
    @CsvSource({
        // checkouts, issues, scale: checkouts, builds, tests, issues, incidents
        "0, 0, 1,   2, 2, 3, 1, 3",
        "2, 1, 1,   2, 2, 3, 1, 3",
        "1, 0, 1,   1, 1, 2, 1, 2",
        "3, 0, 1,   3, 3, 5, 1, 5",
        "5, 0, 1,   5, 5, 8, 1, 8",
        "0, 3, 1,   2, 2, 3, 3, 9",
        "0, 0, 4,   8, 8, 12, 1, 12",
        "1, 0, 3,   3, 3, 5, 1, 5"
    })
    void countsWhatItMakes(
            int checkouts,
            int issues,
            int scale,
            long expectedCheckouts,
            long builds,
            long tests,
            long known,
            long seen) {
        World world = world(new Plan("written", checkouts, issues, scale, 0, NOW));

        assertThat(List.of(Kind.values()))
                .extracting(world::count)
                .containsExactly(expectedCheckouts, builds, tests, known, seen);
        for (Kind kind : Kind.values()) {
            assertThat(all(world, kind))
                    .extracting(object -> object.getString("id"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void countsWhatItLeavesOut() {
        World world = world(new Plan("written", 1, 0, 1, 0, NOW));

        assertThat(List.of(Kind.values())).extracting(world::skipped).containsExactly(1L, 1L, 1L, 0L, 1L);
        assertThat(List.of(Kind.values())).extracting(world(plan(5))::skipped).containsOnly(0L);
    }

    /** Wherever the last repetition is cut off. */
    @Test
    void refersOnlyToWhatItMakes() {
        for (int checkouts = 1; checkouts < 6; checkouts++) {
            World world = world(new Plan("written", checkouts, 2, 1, 0, NOW));
            Set<String> checkoutIds = ids(world, Kind.CHECKOUTS);
            Set<String> buildIds = ids(world, Kind.BUILDS);
            Set<String> testIds = ids(world, Kind.TESTS);
            Set<String> issueIds = ids(world, Kind.ISSUES);

            assertThat(all(world, Kind.BUILDS)).allMatch(build -> checkoutIds.contains(build.getString("checkout_id")));
            assertThat(all(world, Kind.TESTS)).allMatch(test -> buildIds.contains(test.getString("build_id")));
            assertThat(all(world, Kind.INCIDENTS))
                    .allMatch(incident -> issueIds.contains(incident.getString("issue_id")))
                    .allMatch(incident -> incident.containsKey("build_id") != incident.containsKey("test_id"))
                    .allMatch(incident -> incident.containsKey("build_id")
                            ? buildIds.contains(incident.getString("build_id"))
                            : testIds.contains(incident.getString("test_id")));
        }
    }

    @Test
    void takesThePlatformFromTheCheckoutUnlessTheTestHasItsOwn() {
        List<JsonObject> tests = all(world(plan(0)), Kind.TESTS);

        assertThat(tests)
                .extracting(test -> test.containsKey("environment")
                        ? test.getJsonObject("environment").toString()
                        : "nothing")
                .containsExactly(
                        "{\"compatible\":[\"maker,board-2\",\"maker,board\"],\"misc\":{\"platform\":\"board\"}}",
                        "{\"misc\":{\"platform\":\"other\"}}",
                        "nothing");
        assertThat(all(world(plan(0)), Kind.BUILDS).get(0).getJsonObject("misc").getString("platform"))
                .isEqualTo("board");
    }

    @Test
    void derivesWhatAFixtureDoesNotSay() {
        World world = world(plan(0));
        JsonObject second = world.object(Kind.CHECKOUTS, 1);

        assertThat(second.getString("git_commit_hash")).matches("[0-9a-f]{40}");
        assertThat(OffsetDateTime.parse(second.getString("start_time")).toInstant())
                .isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(world.object(Kind.BUILDS, 0).getString("config_name")).isEqualTo("defconfig");
        assertThat(world.object(Kind.TESTS, 0).getString("origin")).isEqualTo("o");
    }

    @Test
    void letsThingsHappenOneAfterTheOther() {
        World world = world(plan(5));
        for (long test = 0; test < world.count(Kind.TESTS); test++) {
            JsonObject object = world.object(Kind.TESTS, test);
            JsonObject build = find(world, Kind.BUILDS, object.getString("build_id"));
            JsonObject checkout = find(world, Kind.CHECKOUTS, build.getString("checkout_id"));

            assertThat(time(build)).isAfter(time(checkout));
            assertThat(time(object)).isAfter(time(build).plusSeconds(build.getInt("duration")));
            assertThat(world.arrived(Kind.TESTS, test)).isEqualTo(time(object).plusSeconds(object.getInt("duration")));
            assertThat(world.arrived(Kind.TESTS, test)).isBefore(NOW);
        }
    }

    /** However many repetitions there are, history is a year deep at most. */
    @Test
    void goesBackAYearAtMost() {
        World world = world(new Plan("written", 0, 0, 100_000, 0, NOW));
        long last = world.count(Kind.CHECKOUTS) - 1;

        assertThat(time(world.object(Kind.CHECKOUTS, last)))
                .isAfter(NOW.minus(Duration.ofDays(396)))
                .isBefore(NOW.minus(Duration.ofDays(364)));
    }

    @Test
    void isTheSameForTheSamePlan() {
        World one = world(new Plan("written", 5, 2, 2, 7, NOW));
        World other = world(new Plan("written", 5, 2, 2, 7, NOW));
        for (Kind kind : Kind.values()) {
            assertThat(all(one, kind)).isEqualTo(all(other, kind)).isNotEmpty();
        }
    }

    @Test
    void dependsOnTheSeed() {
        assertThat(all(world(new Plan("written", 0, 0, 1, 1, NOW)), Kind.BUILDS))
                .isNotEqualTo(all(world(new Plan("written", 0, 0, 1, 2, NOW)), Kind.BUILDS));
        assertThat(all(world(plan(20)), Kind.BUILDS))
                .extracting(build -> build.getInt("duration"))
                .as("durations")
                .doesNotHaveDuplicates();
    }

    private static Plan plan(int checkouts) {
        return new Plan("written", checkouts, 0, 1, 0, NOW);
    }

    private static World world(Plan plan) {
        return new World(new Written().read(), plan);
    }

    private static List<JsonObject> all(World world, Kind kind) {
        return LongStream.range(0, world.count(kind))
                .mapToObj(index -> world.object(kind, index))
                .toList();
    }

    private static Set<String> ids(World world, Kind kind) {
        Set<String> ids = new HashSet<>();
        all(world, kind).forEach(object -> ids.add(object.getString("id")));
        return ids;
    }

    private static JsonObject find(World world, Kind kind, String id) {
        return all(world, kind).stream()
                .filter(object -> object.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Instant time(JsonObject object) {
        return OffsetDateTime.parse(object.getString("start_time")).toInstant();
    }
}
