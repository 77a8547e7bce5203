package org.kcibridge.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.builders.TestedBuild;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/**
 * What is found by which id. Each case makes its request from the rows it needs, and those that need none get none: a
 * pattern for tests whose cases differ in more than a value.
 */
@IntegrationTest
class LookupIT extends BridgeTest {

    static Stream<Lookup> lookups() {
        return Stream.of(
                Lookup.among(
                        "a checkout", rows -> "/checkouts/" + rows.checkout().id(), 200),
                Lookup.among("a build", rows -> "/builds/" + rows.build().id(), 200),
                Lookup.among("a test", rows -> "/tests/" + rows.test().id(), 200),
                Lookup.among(
                        "a checkout among builds",
                        rows -> "/builds/" + rows.checkout().id(),
                        404),
                Lookup.among(
                        "a test's build among tests",
                        rows -> "/tests/" + rows.test().text("build_id"),
                        404),
                Lookup.among(
                        "the beginning of an id",
                        rows -> "/builds/" + rows.build().id().substring(0, 10),
                        404),
                Lookup.among(
                        "an id with more behind it",
                        rows -> "/builds/" + rows.build().id() + "/x",
                        404),
                Lookup.among(
                        "an id in capitals",
                        rows -> "/tests/" + rows.test().id().toUpperCase(Locale.ROOT),
                        400),
                Lookup.among(
                        "an id without its origin",
                        rows -> "/tests/" + rows.test().id().split(":")[1],
                        400),
                Lookup.amongNothing("a build", "/builds/riscv:none", 404),
                Lookup.amongNothing("a job", "/jobs/" + UUID.randomUUID(), 404),
                Lookup.amongNothing("a UUID among tests", "/tests/" + UUID.randomUUID(), 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookups")
    void findsWhatHasTheIdAndNothingElse(Lookup lookup) {
        TestedBuild rows = lookup.needsRows() ? TestedBuild.create(given) : null;

        assertThat(api.get(lookup.path().apply(rows)).status()).isEqualTo(lookup.status());
    }

    private record Lookup(String name, boolean needsRows, Function<TestedBuild, String> path, int status) {

        static Lookup among(String name, Function<TestedBuild, String> path, int status) {
            return new Lookup(name, true, path, status);
        }

        static Lookup amongNothing(String name, String path, int status) {
            return new Lookup(name + " where there is nothing", false, rows -> path, status);
        }

        @Override
        public String toString() {
            return name + ": " + status;
        }
    }
}
