package org.kcibridge.seed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Status;

/** What everybody gets who does not ask for another dataset has something of everything. */
@UnitTest
class ShippedDatasetTest {

    private static final World WORLD = new World(
            new DatasetReader("kernelci", DatasetFolder.shipped("kernelci")).read(),
            new Plan("kernelci", 0, 0, 1, 0, Instant.parse("2026-03-01T12:00:00Z")));

    @Test
    void hasEveryStatusAndNone() {
        assertThat(statuses(all(Kind.BUILDS))).as("of builds").isEqualTo(everyStatus());
        assertThat(statuses(tests().filter(ShippedDatasetTest::isBoot).toList()))
                .as("of boots")
                .isEqualTo(everyStatus());
        assertThat(statuses(tests().filter(test -> !isBoot(test)).toList()))
                .as("of tests")
                .containsAll(Set.of("PASS", "FAIL", "ERROR", "SKIP", "MISS", "DONE"));
    }

    @Test
    void hasMoreThanOneOfEverything() {
        assertThat(values(Kind.CHECKOUTS, "tree_name")).hasSizeGreaterThan(3);
        assertThat(values(Kind.BUILDS, "architecture")).hasSizeGreaterThan(3);
        assertThat(values(Kind.BUILDS, "compiler")).hasSizeGreaterThan(3);
        assertThat(tests().filter(test -> test.containsKey("environment"))
                        .map(test -> test.getJsonObject("environment")
                                .getJsonObject("misc")
                                .getString("platform"))
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(3);
        assertThat(values(Kind.INCIDENTS, "build_id")).isNotEmpty();
        assertThat(values(Kind.INCIDENTS, "test_id")).isNotEmpty();
    }

    /** One test in one configuration, over the revisions of a tree. */
    @Test
    void hasHistories() {
        assertThat(history("ltp.mm.oom01")).as("passes").containsOnly("PASS").hasSize(6);
        assertThat(history("kselftest.net.tcp_mmap"))
                .as("fails")
                .containsOnly("FAIL")
                .hasSize(6);
        assertThat(history("ltp.syscalls.fork01")).as("a regression").endsWith("PASS", "FAIL");
        assertThat(history("ltp.syscalls.fanotify14"))
                .as("fixed")
                .startsWith("FAIL")
                .endsWith("PASS");
        assertThat(history("ltp.mm.ksm01")).as("unstable").containsSubsequence("PASS", "FAIL", "PASS", "FAIL");
    }

    private static List<String> history(String path) {
        return tests().filter(test -> test.getString("path").equals(path))
                .filter(test -> test.getString("build_id").matches("demo:mainline-.*-x86_64-gcc-12"))
                .sorted(java.util.Comparator.comparing(test -> test.getString("start_time")))
                .map(test -> test.getString("status", "none"))
                .toList();
    }

    private static Set<String> everyStatus() {
        return Stream.concat(Stream.of(Status.values()).map(Status::name), Stream.of("none"))
                .collect(Collectors.toSet());
    }

    private static Set<String> statuses(List<JsonObject> objects) {
        return objects.stream()
                .map(object -> object.getString("status", "none"))
                .collect(Collectors.toSet());
    }

    private static boolean isBoot(JsonObject test) {
        return test.getString("path").equals("boot");
    }

    private static Set<String> values(Kind kind, String field) {
        return all(kind).stream()
                .filter(object -> object.containsKey(field))
                .map(object -> object.getString(field))
                .collect(Collectors.toSet());
    }

    private static Stream<JsonObject> tests() {
        return all(Kind.TESTS).stream();
    }

    private static List<JsonObject> all(Kind kind) {
        return LongStream.range(0, WORLD.count(kind))
                .mapToObj(index -> WORLD.object(kind, index))
                .toList();
    }
}
