package org.kcibridge.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;

/** Explicit, then the build's rule, then the checkout's, then SKIP. */
@UnitTest
class StatusRuleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest(name = "own {0}, checkout''s rule {1}: {2}")
    @CsvSource({
        "     ,     , SKIP",
        "     , PASS, PASS",
        "     , FAIL, FAIL",
        " FAIL,     , FAIL",
        " FAIL, PASS, FAIL",
        "ERROR, FAIL, ERROR",
        " none, PASS, ",
        " none,     , ",
    })
    void ofABuild(String own, String checkout, String expected) {
        Written dataset = new Written()
                .with(Fixtures.RULES, rules(null, null, checkout))
                .with(Fixtures.TESTS, "[]")
                .with(Fixtures.ISSUES, "[]")
                .with(
                        Fixtures.BUILDS,
                        "- {id: 'o:b1', checkout_id: 'o:c1', origin: o, architecture: arm64%s}\n"
                                .formatted(status(own)));

        assertThat(status(dataset, Kind.BUILDS)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "own {0}, build''s rule {1}, checkout''s rule {2}: {3}")
    @CsvSource({
        "    ,     ,     , SKIP",
        "    ,     , PASS, PASS",
        "    , PASS,     , PASS",
        "    , FAIL, PASS, FAIL",
        "    , PASS, FAIL, PASS",
        "MISS,     ,     , MISS",
        "MISS,     , PASS, MISS",
        "MISS, FAIL,     , MISS",
        "DONE, FAIL, PASS, DONE",
        "PASS, FAIL, FAIL, PASS",
        "none, FAIL, PASS, ",
        "none,     ,     , ",
    })
    void ofATest(String own, String build, String checkout, String expected) {
        Written dataset = new Written()
                .with(Fixtures.RULES, rules(build, checkout, null))
                .with(Fixtures.ISSUES, "[]")
                .with(Fixtures.TESTS, "- {id: 'o:t1', build_id: 'o:b1'%s}\n".formatted(status(own)));

        assertThat(status(dataset, Kind.TESTS)).isEqualTo(expected);
    }

    private static String status(String own) {
        return own == null ? "" : ", status: " + own;
    }

    private static String status(Written dataset, Kind kind) {
        World world = new World(dataset.read(), new Plan("written", 0, 0, 1, 0, NOW));
        return world.object(kind, 0).getString("status", null);
    }

    private static String rules(String testsByBuild, String testsByCheckout, String buildsByCheckout) {
        return "tests_by_build: {%s}\ntests_by_checkout: {%s}\nbuilds_by_checkout: {%s}\n"
                .formatted(rule("o:b1", testsByBuild), rule("o:c1", testsByCheckout), rule("o:c1", buildsByCheckout));
    }

    private static String rule(String id, String status) {
        return status == null ? "" : "'%s': %s".formatted(id, status);
    }
}
