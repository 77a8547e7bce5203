package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Status;

@UnitTest
class LavaResultsTest {

    @Nested
    class ASuite {

        @ParameterizedTest
        @ValueSource(strings = {"ltp-smoke", "0_ltp-smoke", "12_ltp-smoke"})
        void isFoundWithAndWithoutItsIndex(String key) {
            LavaResults results = Lava.results(
                    "{'lava':{'%1$s':{'result':'pass','uuid':'1_1'}},'%1$s':{'access01':{'result':'pass'}}}"
                            .formatted(key));

            assertThat(results.suites()).containsExactly("ltp-smoke");
            assertThat(results.suite("ltp-smoke")).containsExactly(CaseResult.of("ltp-smoke", Status.PASS, "access01"));
        }

        @ParameterizedTest
        @CsvSource({
            "pass, PASS",
            "PASS, PASS",
            "fail, FAIL",
            "skip, SKIP",
            "unknown, ERROR",
            "splendid, ERROR",
            "'', ERROR",
        })
        void hasTheVerdictsOfItsCasesInKcidbsWords(String word, Status status) {
            assertThat(Lava.suite("{'s':{'a':{'result':'" + word + "'}}}", "s"))
                    .extracting(CaseResult::status)
                    .containsExactly(status);
        }

        /** One whose case fails has failed, though LAVA says that it ran to its end. */
        @Test
        void isNotExcusedByHavingRunToItsEnd() {
            assertThat(Lava.suite(
                            "{'lava':{'s':{'result':'pass'}},'s':{'a':{'result':'pass'},'b':{'result':'fail'}}}", "s"))
                    .containsExactly(CaseResult.of("s", Status.PASS, "a"), CaseResult.of("s", Status.FAIL, "b"));
        }

        @Test
        void doesNotPassForRunningToItsEndAndReportingNothing() {
            assertThat(Lava.suite("{'lava':{'s':{'result':'pass','duration':'5.46'}}}", "s"))
                    .containsExactly(CaseResult.of("s", Status.DONE)
                            .lasting(new BigDecimal("5.46"))
                            .commented("ran to its end and reported no case"));
        }

        @Test
        void isAnErrorAsAWholeIfItDidNotRunToItsEnd() {
            String job = "'job':{'result':'fail','error_type':'Test','error_msg':'timed out after 120 seconds'}";
            CaseResult whole = CaseResult.of("s", Status.ERROR)
                    .lasting(new BigDecimal("118.91"))
                    .commented("did not run to its end: timed out after 120 seconds");
            String step = "{'lava':{'s':{'result':'fail','duration':'118.91'}," + job + "}";

            assertThat(Lava.suite(step + ",'s':{'a':{'result':'pass'}}}", "s"))
                    .containsExactly(whole, CaseResult.of("s", Status.PASS, "a"));
            assertThat(Lava.suite(step + "}", "s")).containsExactly(whole);
            assertThat(Lava.suite("{'lava':{'s':{'result':'fail'},'job':{'error_msg':' '}}}", "s"))
                    .containsExactly(CaseResult.of("s", Status.ERROR).commented("did not run to its end"));
        }

        @Test
        void isAnErrorAsAWholeIfTheJobFailedBeforeItsEnd() {
            assertThat(Lava.suite("{'lava':{'job':{'result':'fail'}},'s':{'a':{'result':'pass'}}}", "s"))
                    .extracting(CaseResult::status)
                    .containsExactly(Status.ERROR, Status.PASS);
            assertThat(Lava.suite("{'lava':{'job':{'result':'pass'}},'s':{'a':{'result':'pass'}}}", "s"))
                    .extracting(CaseResult::status)
                    .containsExactly(Status.PASS);
        }

        @Test
        void isSkippedAsAWholeIfLavaSaysSo() {
            assertThat(Lava.suite("{'lava':{'s':{'result':'skip'}}}", "s"))
                    .containsExactly(CaseResult.of("s", Status.SKIP));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{'lava':{}}", "{'t':{'a':{'result':'pass'}}}", "{'s':{}}", "{'s':null}"})
        void thatDoesNotOccurHasNoResult(String json) {
            assertThat(Lava.suite(json, "s")).isEmpty();
        }

        @Test
        void runTwiceEndedOnlyIfItDidSoEachTime() {
            String twice = "{'lava':{'0_s':{'result':'%s'},'1_s':{'result':'%s'}},"
                    + "'0_s':{'a':{'result':'pass'}},'1_s':{'a':{'result':'fail'}}}";

            for (String json : List.of(twice.formatted("pass", "fail"), twice.formatted("fail", "pass"))) {
                assertThat(Lava.suite(json, "s"))
                        .extracting(CaseResult::status)
                        .containsExactly(Status.ERROR, Status.PASS, Status.FAIL);
            }
            assertThat(Lava.suite(twice.formatted("pass", "pass"), "s"))
                    .extracting(CaseResult::status)
                    .containsExactly(Status.PASS, Status.FAIL);
        }

        @Test
        void isKnownByItsStepIfItHasNoSectionOfItsOwn() {
            assertThat(Lava.results("{'lava':{'validate':{'result':'pass'},'0_s':{'uuid':'1_1','result':'pass'}}}")
                            .suites())
                    .containsExactly("s");
        }
    }

    @Nested
    class ACase {

        @Test
        void tellsAllItKnows() {
            CaseResult result = only("{'result':'pass','starttc':3,'endtc':7,'duration':'0.44','measurement':'1.50',"
                    + "'units':' ms ','log_excerpt':['[2026-03-02T10:00:01.5] <8>[    8.1] <LAVA_SIGNAL_STARTTC a>',"
                    + "'output','[2026-03-02T10:00:03.75] <LAVA_SIGNAL_ENDTC a>']}");

            assertThat(result.name()).containsExactly("a");
            assertThat(result.startTime()).contains(OffsetDateTime.parse("2026-03-02T10:00:01.5Z"));
            assertThat(result.duration()).contains(new BigDecimal("0.44"));
            assertThat(result.measurement()).contains(new Measurement(new BigDecimal("1.50"), Optional.of("ms")));
            assertThat(result.log().lines()).hasSize(3).contains("output");
            assertThat(result.details()).isEqualTo(Lava.object("{'lava':{'starttc':3,'endtc':7}}"));
        }

        @Test
        void tookAsLongAsItsSignalsAreApart() {
            String signals = "{'result':'pass','log_excerpt':['[2026-03-02T10:00:01.5] <LAVA_SIGNAL_STARTTC a>',"
                    + "'[%s] <LAVA_SIGNAL_ENDTC a>']}";

            assertThat(only(signals.formatted("2026-03-02T10:00:03.750001")).duration())
                    .contains(new BigDecimal("2.250001"));
            assertThat(only(signals.formatted("2026-03-02T10:00:01")).duration())
                    .isEmpty();
            assertThat(only(signals.formatted("9999-03-02T10:00:01")).duration())
                    .isEmpty();
            assertThat(only(signals.formatted("2026-03-02Tsoon")).duration()).isEmpty();
        }

        /** The time of the result is not the time of the test: many suites report all results at their end. */
        @Test
        void didNotBeginWhenItsResultWasReported() {
            CaseResult result = only(
                    "{'result':'fail','log_excerpt':['[2026-03-02T10:00:01] <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=a RESULT=fail>']}");

            assertThat(result.startTime()).isEmpty();
            assertThat(result.duration()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"pass, PASS", "fail, FAIL", "unknown, DONE", "Unknown, DONE"})
        void hasNoVerdictByIntentionIfItWasOnlyMeasured(String word, Status status) {
            assertThat(only("{'result':'" + word + "','measurement':3}").status())
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"'fast'", "''", "true", "1e999", "'1e309'", "'11111111111111111111111111111111111111111'"})
        void measuredNothingThatIsNoNumber(String measurement) {
            assertThat(only("{'result':'pass','measurement':" + measurement + "}")
                            .measurement())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "'-0.5'", "'soon'", "null"})
        void tookNoTimeThatCannotBe(String duration) {
            assertThat(only("{'result':'pass','duration':" + duration + "}").duration())
                    .isEmpty();
        }

        @Test
        void keepsAWordThatKcidbHasNoneFor() {
            assertThat(only("{'result':'unknown'}").details()).isEqualTo(Lava.object("{'lava':{'result':'unknown'}}"));
            assertThat(only("{'result':'pass'}").details()).isEmpty();
        }

        @Test
        void withoutAVerdictIsAnError() {
            for (String entry : List.of("{}", "null", "{'result':null}", "{'result':7}", "{'duration':'1'}")) {
                assertThat(only(entry).status()).as(entry).isEqualTo(Status.ERROR);
            }
        }

        @Test
        void mayBeAWordOnly() {
            assertThat(only("'skip'").status()).isEqualTo(Status.SKIP);
        }

        @Test
        void isNamedByAllLevelsAboveIt() {
            assertThat(Lava.suite("{'s':{'a':{'b':{'c':{'result':'pass'},'n':7},'d':{'result':'fail'}}}}", "s"))
                    .containsExactly(
                            CaseResult.of("s", Status.PASS, "a", "b", "c"), CaseResult.of("s", Status.FAIL, "a", "d"));
            assertThat(Lava.suite("{'s':{'a':{'result':'pass','set':'first'}}}", "s"))
                    .containsExactly(CaseResult.of("s", Status.PASS, "first", "a"));
        }

        @Test
        void reportedTwiceIsTwoResults() {
            assertThat(Lava.suite("{'s':{'a':{'result':'pass'},'a':{'result':'fail'}}}", "s"))
                    .extracting(CaseResult::status)
                    .containsExactly(Status.PASS, Status.FAIL);
        }

        @Test
        void mayHaveItsLinesInOnePiece() {
            assertThat(only("{'result':'pass','log_excerpt':'one\\ntwo'}").log())
                    .isEqualTo("one\ntwo");
            assertThat(only("{'result':'pass','log_excerpt':[null,7,'one']}").log())
                    .isEqualTo("one");
        }

        private static CaseResult only(String entry) {
            List<CaseResult> results = Lava.suite("{'s':{'a':" + entry + "}}", "s");
            assertThat(results).hasSize(1);
            return results.get(0);
        }
    }

    @Nested
    class Booting {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                {'login-action':{'result':'pass'}}                                         | PASS
                {'auto-login-action':{'result':'pass'}}                                    | PASS
                {'login-action':{'result':'fail'}}                                         | FAIL
                {'login-action':{'result':'unknown'}}                                      | ERROR
                {'login-action':{'result':'fail'},'job':{'error_type':'Job'}}              | FAIL
                {'login-action':{'result':'fail'},'job':{'error_type':'Test'}}             | FAIL
                {'login-action':{'result':'fail'},'job':{'error_type':'Infrastructure'}}   | ERROR
                {'login-action':{'result':'fail'},'job':{'error_type':'Bug'}}              | ERROR
                {'login-action':{'result':'fail'},'job':{'error_type':'Canceled'}}         | ERROR
                {'login-action':{'result':'pass'},'job':{'error_type':'Configuration'}}    | PASS
                {'execute-qemu':{'result':'pass'},'kernel-messages':{'result':'fail'}}     | FAIL
                {'execute-qemu':{'result':'pass'},'kernel-messages':{'result':'pass'}}     | ERROR
                {'kernel-messages':{'result':'fail'},'job':{'error_type':'infrastructure'}} | ERROR
                {'execute-qemu':{'result':'fail'}}                                         | ERROR
                {'validate':{'result':'pass'},'job':{'result':'fail'}}                     | MISS
                """)
        void wentAsFarAsTheStepsTell(String steps, Status status) {
            assertThat(Lava.results("{'lava':" + steps + "}").boot())
                    .get()
                    .satisfies(boot -> assertThat(boot.suite()).isEqualTo("boot"))
                    .extracting(CaseResult::status)
                    .isEqualTo(status);
        }

        @Test
        void tookAsLongAsLoggingIn() {
            assertThat(Lava.results("{'lava':{'login-action':{'result':'pass','duration':'178.93'}}}")
                            .boot())
                    .contains(CaseResult.of("boot", Status.PASS).lasting(new BigDecimal("178.93")));
        }

        @Test
        void saysWhyItFailed() {
            String json = "{'lava':{'login-action':{'result':'%s'},'job':{'error_msg':'timed out'}}}";

            assertThat(Lava.results(json.formatted("fail")).boot())
                    .contains(CaseResult.of("boot", Status.FAIL).commented("timed out"));
            assertThat(Lava.results(json.formatted("pass")).boot()).contains(CaseResult.of("boot", Status.PASS));
        }

        @Test
        void succeededIfAnyCaseRan() {
            assertThat(Lava.results("{'lava':{'kernel-messages':{'result':'fail'}},'s':{'a':{'result':'fail'}}}")
                            .boot())
                    .contains(CaseResult.of("boot", Status.PASS));
        }

        @Test
        void isNotProvenByASuiteWithoutCases() {
            assertThat(Lava.results("{'lava':{'kernel-messages':{'result':'fail'}},'s':{}}")
                            .boot())
                    .contains(CaseResult.of("boot", Status.FAIL));
        }

        @Test
        void isUnknownIfTheResultsAreEmpty() {
            assertThat(Lava.results("{}").boot()).isEmpty();
            assertThat(Lava.results("{'lava':{}}").boot()).isEmpty();
        }
    }

    @Test
    void blamesNoKernelForALabThatBrokeDown() {
        String json = "{'lava':{'job':{'result':'fail','error_type':'%s'},'s':{'result':'pass'}},"
                + "'s':{'a':{'result':'fail'},'b':{'result':'pass'}}}";

        assertThat(Lava.suite(json.formatted("Infrastructure"), "s"))
                .containsExactly(
                        CaseResult.of("s", Status.ERROR, "a").commented("failed in a run that broke down"),
                        CaseResult.of("s", Status.PASS, "b"));
        assertThat(Lava.suite(json.formatted("Test"), "s"))
                .containsExactly(CaseResult.of("s", Status.FAIL, "a"), CaseResult.of("s", Status.PASS, "b"));
    }

    @Test
    void tellsWhatTheKernelRanOn() {
        assertThat(Lava.results("{'lava':{'validate':{'extra':{'a':'b'}},"
                                + "'execute-qemu':{'result':'pass','extra':{'qemu_version':'10.1'}}}}")
                        .environment())
                .isEqualTo(Lava.object("{'qemu_version':'10.1'}"));
        assertThat(Lava.results("{'lava':{'execute-fvp':{'result':'pass'}}}").environment())
                .isEmpty();
    }

    @Nested
    class Malformed {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                []                                    | line 1: the results are not an object
                'pass'                                | line 1: the results are not an object
                {'error':'File not found'}            | line 1: 'error' is not a suite: File not found
                {'s':[]}                              | line 1: 's' is not a suite
                {'s':7}                               | line 1: 's' is not a suite
                {'s':{'a':7}}                         | line 1: 'a' is not a case
                {'s':{'a':[]}}                        | line 1: 'a' is not a case
                {'':{}}                               | line 1: a suite has no name
                """)
        void isWhatIsNotOfThisForm(String json, String message) {
            assertThatExceptionOfType(MalformedResults.class)
                    .isThrownBy(() -> Lava.results(json))
                    .withMessage(message);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'s':{\n'a':{'result':'pass'},\n}}",
                    "{'s':\n{'a':\n<html>",
                    "{'s':{'a':{'result':'pass'}}}\n\n}",
                    "{'s':{'a':\n\n{'result':'pass'",
                    "{}\n\n{}",
                })
        void isWhatIsNotJsonAndSaysWhere(String json) {
            assertThatExceptionOfType(MalformedResults.class)
                    .isThrownBy(() -> Lava.results(json))
                    .withMessageStartingWith("line 3: not JSON")
                    .satisfies(malformed -> assertThat(malformed.line()).isEqualTo(3))
                    .satisfies(malformed -> assertThat(malformed.reason()).startsWith("not JSON"));
        }

        @Test
        void isNothing() {
            assertThatExceptionOfType(MalformedResults.class).isThrownBy(() -> Lava.results(""));
        }

        @Test
        void isWhatIsNestedWithoutEnd() {
            assertThatExceptionOfType(MalformedResults.class)
                    .isThrownBy(() -> Lava.results("{'s':{" + "'a':{".repeat(40) + "}".repeat(42)))
                    .withMessage("line 1: the cases are nested too deeply");
            assertThatExceptionOfType(MalformedResults.class)
                    .isThrownBy(() -> Lava.results("{'s':{" + "'a':{".repeat(100_000)))
                    .withMessage("not JSON, or beyond all measure");
        }

        @Test
        void isMoreThanAnySuiteWrites() {
            InputStream endless = new SequenceInputStream(
                    Lava.stream("{\"s\":{\"a\":\""),
                    new SequenceInputStream(Collections.enumeration(Collections.nCopies(65, new byte[1 << 20]).stream()
                            .map(zeros -> (InputStream) new ByteArrayInputStream(
                                    new String(zeros).replace('\0', 'x').getBytes(StandardCharsets.US_ASCII)))
                            .toList())));

            assertThatExceptionOfType(MalformedResults.class)
                    .isThrownBy(() -> LavaResults.read(endless))
                    .withMessage("there are more than 67,108,864 bytes");
        }

        @Test
        void isMoreCasesThanAnySuiteHas() {
            String cases = IntStream.rangeClosed(0, CaseLimit.MOST)
                    .mapToObj(i -> "'c" + i + "':'pass'")
                    .collect(Collectors.joining(",\n"));

            assertThatExceptionOfType(MalformedResults.class)
                    .isThrownBy(() -> Lava.results("{'s':{" + cases + "}}"))
                    .withMessage("line 20001: there are more than 20,000 cases");
        }

        @Test
        void isNotWhatCannotBeReadToItsEnd() {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> LavaResults.read(Lava.broken("{\"s\":{\"a\":")))
                    .withMessage("connection reset");
        }
    }

    @Test
    void readsThousandsOfCases() {
        List<String> cases = IntStream.range(0, 5_000)
                .mapToObj(i -> "'case%d':{'result':'%s','log_excerpt':['line of %d']}"
                        .formatted(i, i % 10 == 0 ? "fail" : "pass", i))
                .toList();
        List<CaseResult> results = new ArrayList<>(
                Lava.suite("{'lava':{'0_s':{'result':'pass'}},'0_s':{" + String.join(",", cases) + "}}", "s"));

        assertThat(results).hasSize(5_000);
        assertThat(results.stream().filter(result -> result.status() == Status.FAIL))
                .hasSize(500);
        assertThat(results.get(4_321).log()).isEqualTo("line of 4321");
    }
}
