package org.kcibridge.results;

import static org.kcibridge.allocation.Allocation.assertEach;
import static org.kcibridge.allocation.CaseTexts.lavaResults;
import static org.kcibridge.allocation.CaseTexts.lines;
import static org.kcibridge.allocation.CaseTexts.text;

import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/**
 * What a case costs while results are read, in bytes allocated. Whoever makes it cheaper writes down the new number; whoever
 * makes it dearer needs a reason.
 */
@UnitTest
class ResultsAllocationTest {

    @Test
    void ofACaseInKtap() throws Exception {
        assertEach(5_600, cases -> {
            byte[] log = lines(
                    "KTAP version 1\n1..%d\n".formatted(cases),
                    cases,
                    """
                    [    1.234567] # case%1$d: EXPECTATION FAILED at lib/some_test.c:%1$d
                    [    1.234567] not ok %1$d case%1$d
                    """);
            return () -> read(ResultsFormat.KTAP, log);
        });
    }

    @Test
    void ofACaseInTap() throws Exception {
        assertEach(7_800, cases -> {
            byte[] log = lines(
                    "TAP version 13\n1..%d\n".formatted(cases),
                    cases,
                    """
                    not ok %1$d - case%1$d
                      ---
                      message: it did not hold
                      ...
                    """);
            return () -> read(ResultsFormat.TAP, log);
        });
    }

    @Test
    void ofACaseInJUnitXml() throws Exception {
        assertEach(3_800, cases -> {
            byte[] xml = text(
                    "<testsuite name=\"pytest\">",
                    cases,
                    """
                    <testcase classname="tests.test_device" name="case%1$d" time="0.5">
                    <failure message="assert 1 == 0">E assert 1 == 0</failure></testcase>
                    """,
                    "",
                    "</testsuite>");
            return () -> read(ResultsFormat.JUNIT, xml);
        });
    }

    @Test
    void ofACaseInResultsJson() throws Exception {
        assertEach(3_500, cases -> {
            byte[] json = lavaResults(cases);
            return () -> read(ResultsFormat.LAVA, json);
        });
    }

    @Test
    void ofACaseInTheLogOfATest() throws Exception {
        assertEach(4_900, cases -> {
            List<CaseResult> results = read(ResultsFormat.LAVA, lavaResults(cases));
            byte[] log = lines(
                    "<LAVA_SIGNAL_STARTRUN 0_ltp-smoke 1_1.1.3.1>\n",
                    cases,
                    """
                    <LAVA_SIGNAL_STARTTC case%1$d>
                    case%1$d.c:54: TFAIL: mode is 0644
                    <LAVA_SIGNAL_ENDTC case%1$d>
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=case%1$d RESULT=fail>
                    """);
            return () -> {
                LavaLog lines = new LavaLog(results);
                lines.read(new ByteArrayInputStream(log));
                return lines.results();
            };
        });
    }

    @Test
    void ofACaseThatBecomesATest() throws Exception {
        TestRun run = new TestRun(
                "riscv",
                "u1",
                "maestro:b1",
                OffsetDateTime.parse("2026-03-02T10:00:00Z"),
                Platform.named("qemu-riscv64"),
                "tuxsuite",
                Optional.of("https://logs.example.org/u1/logs.txt"),
                JsonValue.EMPTY_JSON_ARRAY,
                JsonValue.EMPTY_JSON_ARRAY,
                JsonValue.EMPTY_JSON_OBJECT);
        assertEach(9_400, cases -> {
            List<CaseResult> results = read(ResultsFormat.LAVA, lavaResults(cases));
            return () -> TestObjects.of(run, results);
        });
    }

    private static List<CaseResult> read(ResultsFormat format, byte[] text) {
        try {
            return format.read(new ByteArrayInputStream(text), Optional.empty());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
