package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Status;

@UnitTest
class LavaLogTest {

    private final CaseResult boot = CaseResult.of("boot", Status.PASS);
    private final CaseResult a = CaseResult.of("s", Status.PASS, "a");
    private final CaseResult b = CaseResult.of("s", Status.FAIL, "b");

    @Nested
    class OfACase {

        @Test
        void areTheLinesFromItsStartToItsResult() {
            String log =
                    """
                    booting
                    <LAVA_SIGNAL_STARTRUN 0_s 1_1>
                    + run everything
                    <8>[    1.0] <LAVA_SIGNAL_STARTTC a>
                    a says something
                    <8>[    1.1] <LAVA_SIGNAL_ENDTC a>
                    <8>[    1.2] <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>
                    in between
                    <LAVA_SIGNAL_STARTTC b>
                    b says something else
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=b RESULT=fail UNITS=ms MEASUREMENT=3>
                    <LAVA_SIGNAL_ENDRUN 0_s 1_1>
                    powering off
                    """;

            assertThat(lines(log, a, b))
                    .containsExactly(
                            """
                            <8>[    1.0] <LAVA_SIGNAL_STARTTC a>
                            a says something
                            <8>[    1.1] <LAVA_SIGNAL_ENDTC a>
                            <8>[    1.2] <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>""",
                            """
                            <LAVA_SIGNAL_STARTTC b>
                            b says something else
                            <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=b RESULT=fail UNITS=ms MEASUREMENT=3>""");
        }

        @Test
        void isTheLineOfItsResultIfItDidNotAnnounceItself() {
            assertThat(lines(
                            """
                            others' output
                            <LAVA_SIGNAL_STARTTC b>
                            b's output
                            <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>
                            """,
                            a))
                    .containsExactly("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>");
        }

        @Test
        void areNotThoseOfItsNamesakeInAnotherSuite() {
            CaseResult namesake = CaseResult.of("t", Status.PASS, "a");
            String log =
                    """
                    <LAVA_SIGNAL_STARTRUN 0_t 1_1>
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=skip>
                    <LAVA_SIGNAL_ENDRUN 0_t 1_1>
                    <LAVA_SIGNAL_STARTRUN 1_s 1_2>
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>
                    """;

            assertThat(lines(log, a, namesake))
                    .containsExactly(
                            "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>",
                            "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=skip>");
        }

        @Test
        void areEachItsOwnIfItRanTwice() {
            CaseResult again = CaseResult.of("s", Status.PASS, "a");

            assertThat(lines(
                            """
                            <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass FIRST>
                            <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass SECOND>
                            """,
                            a,
                            again))
                    .containsExactly(
                            "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass FIRST>",
                            "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass SECOND>");
        }

        @Test
        void areNotThoseOfItsNamesakeThatHasItsOwn() {
            assertThat(lines(
                            """
                            <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass FIRST>
                            <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass SECOND>
                            """,
                            a.logging("as reported"),
                            a))
                    .containsExactly("as reported", "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass SECOND>");
        }

        @Test
        void areFoundByTheLastLevelOfItsName() {
            assertThat(lines(
                            "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>\n",
                            CaseResult.of("s", Status.PASS, "set", "a")))
                    .containsExactly("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>");
        }

        @Test
        void stayWhatTheResultsSaid() {
            assertThat(lines("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>\n", a.logging("as reported")))
                    .containsExactly("as reported");
        }

        @Test
        void areEmptyIfThereIsNothingOfIt() {
            assertThat(lines("a\nTEST_CASE_ID=a\n<LAVA_SIGNAL_FEEDBACK a>\n<LAVA_SIGNAL_TESTCASE\n", a))
                    .containsExactly("");
        }

        @Test
        void areTheLastOfVeryMany() {
            String log = "<LAVA_SIGNAL_STARTTC a>\n" + "noise\n".repeat(100_000)
                    + "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>\n";

            assertThat(lines(log, a)).singleElement().satisfies(excerpt -> assertThat(excerpt)
                    .hasSize(16_384)
                    .endsWith("noise\n<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>"));
        }
    }

    @Nested
    class ByNumber {

        private final CaseResult numbered = numbered(a, 2, 3);

        @Test
        void areTheLinesThatResultsPointToIfThereAreNoSignals() {
            assertThat(lines("one\ntwo of a\nthree\nfour\n", numbered)).containsExactly("two of a\nthree");
            assertThat(lines("one\n\nthree of a\nfour\n", numbered)).containsExactly("\nthree of a");
        }

        @Test
        void areNoneIfTheyDoNotMentionTheCase() {
            assertThat(lines("one\ntwo\nthree\nfour\n", numbered)).containsExactly("");
        }

        @Test
        void areNoneIfTheLogIsTooShort() {
            assertThat(lines("one\ntwo of a\n", numbered)).containsExactly("");
        }

        @Test
        void countLessThanSignals() {
            assertThat(lines("one\ntwo of a\n<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>\n", numbered))
                    .containsExactly("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>");
        }

        @Test
        void belongToOneCaseOnly() {
            CaseResult within = numbered(b, 3, 3);
            CaseResult after = numbered(CaseResult.of("s", Status.PASS, "c"), 4, 4);

            assertThat(lines("one\na\nab\nabc\n", after, within, numbered)).containsExactly("abc", "", "a\nab");
        }

        @Test
        void areNotToBeTrustedIfTheyMakeNoSense() {
            String log = "a\na\na\nab\n";

            assertThat(lines(log, numbered(a, 0, 2), numbered(a, 3, 2), numbered(a, -1, 1), numbered(b, 4, 4)))
                    .containsExactly("", "", "", "ab");
        }

        private static CaseResult numbered(CaseResult result, int first, int last) {
            return result.with(Lava.object("{'lava':{'starttc':%d,'endtc':'%d'}}".formatted(first, last)));
        }
    }

    @Nested
    class OfBooting {

        @Test
        void areThoseBeforeTheFirstSignal() {
            String log = "[    0.0] Linux version 7.0\nlogin: root\n%s\nmore\n";

            for (String signal : List.of(
                    "<LAVA_SIGNAL_STARTRUN 0_s 1_1>",
                    "<LAVA_SIGNAL_STARTTC a>",
                    "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>")) {
                assertThat(lines(log.formatted(signal), boot))
                        .as(signal)
                        .containsExactly("[    0.0] Linux version 7.0\nlogin: root");
            }
        }

        @Test
        void areAllIfItNeverCameToAnythingElse() {
            assertThat(lines("[    0.0] Linux version 7.0\r\n\r\nKernel panic - not syncing: VFS\r\n", boot))
                    .containsExactly("[    0.0] Linux version 7.0\n\nKernel panic - not syncing: VFS");
        }
    }

    @Nested
    class OfASuiteThatBrokeOff {

        private final CaseResult whole = CaseResult.of("s", Status.ERROR).commented("did not run to its end");

        @Test
        void areThoseAfterItsLastResult() {
            String log =
                    """
                    <LAVA_SIGNAL_STARTRUN 0_s 1_1>
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>
                    before
                    <LAVA_SIGNAL_STARTTC c>
                    hanging
                    """;

            assertThat(completed(log, whole, a))
                    .containsExactly(
                            whole.logging("before\n<LAVA_SIGNAL_STARTTC c>\nhanging"),
                            a.logging("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>"));
        }

        @Test
        void includeResultsThatCameTooLate() {
            String log =
                    """
                    <LAVA_SIGNAL_STARTRUN 0_s 1_1>
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>
                    waking up
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=late RESULT=pass>
                    """;

            assertThat(completed(log, whole, a).get(0).log())
                    .isEqualTo("waking up\n<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=late RESULT=pass>");
        }

        @Test
        void blameTheKernelIfItPanicked() {
            String log =
                    """
                    <LAVA_SIGNAL_STARTRUN 0_s 1_1>
                    <LAVA_SIGNAL_STARTTC c>
                    [   12.3] Kernel panic - not syncing: Fatal exception
                    [   12.4] ---[ end Kernel panic ]---
                    """;

            assertThat(completed(log, whole)).singleElement().satisfies(result -> {
                assertThat(result.status()).isEqualTo(Status.FAIL);
                assertThat(result.comment()).contains("the kernel panicked");
                assertThat(result.log()).startsWith("<LAVA_SIGNAL_STARTTC c>").endsWith("panic ]---");
            });
        }

        /** A test may provoke a panic in another kernel, and a boot may have panicked before it was tried again. */
        @Test
        void doNotBlameTheKernelForAPanicThatWasNotTheEnd() {
            String log =
                    """
                    Kernel panic - not syncing: before
                    <LAVA_SIGNAL_STARTRUN 0_s 1_1>
                    Kernel panic - not syncing: of a guest
                    <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>
                    hanging
                    """;

            assertThat(completed(log, whole, a).get(0)).isEqualTo(whole.logging("hanging"));
            assertThat(completed(log, whole).get(0).status()).isEqualTo(Status.ERROR);
        }

        @Test
        void areNotThoseOfAnotherSuite() {
            String log =
                    """
                    <LAVA_SIGNAL_STARTRUN 0_s 1_1>
                    Kernel panic - not syncing: of a guest
                    <LAVA_SIGNAL_ENDRUN 0_s 1_1>
                    in between
                    <LAVA_SIGNAL_STARTRUN 1_t 1_2>
                    Kernel panic - not syncing: Fatal exception
                    """;
            CaseResult other = CaseResult.of("t", Status.ERROR);
            CaseResult missed = CaseResult.of("t", Status.MISS);

            assertThat(completed(log, whole, missed)).containsExactly(whole, missed);
            assertThat(completed(log, other).get(0).log()).isEqualTo("Kernel panic - not syncing: Fatal exception");
            assertThat(completed(log.lines().limit(4).reduce("", (one, line) -> one + line + "\n"), whole))
                    .containsExactly(whole);
        }
    }

    @Test
    void mayBreakOff() {
        LavaLog log = new LavaLog(List.of(a, b));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> log.read(Lava.broken("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>\n<LAVA_SIG")));
        assertThat(log.results()).containsExactly(a.logging("<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>"), b);
    }

    @Test
    void mayBeOneLineThatNeverEnds() {
        String log = "x".repeat(5_000_000) + "\n<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>";

        assertThat(lines(log, boot, a))
                .containsExactly("x".repeat(4_096), "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=pass>");
    }

    @Test
    void mayHoldAnyBytes() {
        InputStream log = new SequenceInputStream(
                Lava.stream("na\u00efve \u0000"), new ByteArrayInputStream(new byte[] {(byte) 0xff, '\n'}));

        assertThat(read(log, boot)).extracting(CaseResult::log).containsExactly("na\u00efve \ufffd");
    }

    /** Fifty megabytes of 5,000 cases that all talk too much. */
    @Test
    void takesNoMoreMemoryThanItsShareForEachCase() {
        List<CaseResult> cases = IntStream.range(0, 5_000)
                .mapToObj(i -> CaseResult.of("s", Status.FAIL, "case" + i))
                .toList();
        String output = "0123456789".repeat(10) + "\n";
        InputStream log = new SequenceInputStream(Collections.enumeration(IntStream.range(0, 5_000)
                .mapToObj(i -> "<LAVA_SIGNAL_STARTTC case%d>\n".formatted(i)
                        + output.repeat(100)
                        + "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=case%d RESULT=fail>\n".formatted(i))
                .map(Lava::stream)
                .toList()));

        List<CaseResult> completed = read(log, cases.toArray(CaseResult[]::new));

        assertThat(completed).allSatisfy(result -> assertThat(result.log())
                .hasSizeBetween(3_000, 3_400)
                .endsWith("TEST_CASE_ID=" + result.caseName() + " RESULT=fail>"));
    }

    private static List<String> lines(String log, CaseResult... results) {
        return completed(log, results).stream().map(CaseResult::log).toList();
    }

    private static List<CaseResult> completed(String log, CaseResult... results) {
        return read(Lava.stream(log), results);
    }

    private static List<CaseResult> read(InputStream stream, CaseResult... results) {
        LavaLog log = new LavaLog(Arrays.asList(results));
        try {
            log.read(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return log.results();
    }
}
