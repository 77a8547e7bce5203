package org.kcibridge.it.standin.tuxrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** A run's callback, results and logs have the shapes that tuxrun and TuxSuite give them, and tell the same story. */
@UnitTest
class TuxRunTest {

    private static final RunOrder ORDER = new RunOrder(
            "qemu-riscv64",
            "https://files.example/Image.gz",
            List.of("ltp-smoke", "kselftest-net"),
            Instant.parse("2026-03-01T12:00:00Z"));

    /** Where a reader that cuts target lines out of the YAML by columns expects the text to begin. */
    private static final int TEXT_COLUMN = 64;

    @Test
    void shouldPassWhateverIsOrdered() throws IOException {
        RunReport report = TuxRun.passing().report(ORDER);

        assertThat(report.result()).isEqualTo("pass");
        assertThat(report.results())
                .hasToString("{\"boot\":\"pass\",\"ltp-smoke\":\"pass\",\"kselftest-net\":\"pass\"}");
        assertThat(results(report)).containsOnlyKeys("lava", "ltp-smoke", "kselftest-net");
        assertThat(results(report).getJsonObject("ltp-smoke")).containsOnlyKeys("smoke01", "smoke02", "smoke03");
        assertThat(results(report)
                        .getJsonObject("kselftest-net")
                        .getJsonObject("net02")
                        .getString("result"))
                .isEqualTo("pass");
    }

    @Test
    void shouldFailASuiteForACaseAlthoughLavaSaysPass() throws IOException {
        RunReport report = TuxRun.of("ltp-smoke")
                .passed("access01")
                .failed("chmod01")
                .skipped("ping602")
                .unknown("time01")
                .report(ORDER);

        assertThat(report.result()).isEqualTo("fail");
        assertThat(report.results().getString("ltp-smoke")).isEqualTo("fail");
        JsonObject results = results(report);
        assertThat(results.getJsonObject("ltp-smoke").values())
                .map(testCase -> testCase.asJsonObject().getString("result"))
                .containsExactly("pass", "fail", "skip", "unknown");
        JsonObject lava = results.getJsonObject("lava");
        assertThat(lava.getJsonObject("ltp-smoke").getString("result")).isEqualTo("pass");
        assertThat(lava.getJsonObject("job").getString("result")).isEqualTo("pass");
        assertThat(lava.getJsonObject("login-action").getString("result")).isEqualTo("pass");
    }

    @Test
    void shouldNotReportWhatWasOrderedAndNeverRan() throws IOException {
        RunReport report = TuxRun.of("ltp-smoke").passed("access01").report(ORDER);

        assertThat(report.result()).isEqualTo("pass");
        assertThat(report.results().getString("kselftest-net")).isEqualTo("unknown");
        assertThat(results(report)).doesNotContainKey("kselftest-net");
        assertThat(TuxRun.booted().report(ORDER).results())
                .hasToString("{\"boot\":\"pass\",\"ltp-smoke\":\"unknown\",\"kselftest-net\":\"unknown\"}");
    }

    @Test
    void shouldPutDownloadsOneLevelDeeper() throws IOException {
        JsonObject lava = results(TuxRun.passing().report(ORDER)).getJsonObject("lava");

        assertThat(lava.getJsonObject("http-download").getJsonObject("kernel").getString("result"))
                .isEqualTo("pass");
        assertThat(lava.getJsonObject("file-download").getJsonObject("rootfs").getJsonObject("extra"))
                .containsKeys("sha256sum", "size");
        assertThat(lava.getJsonObject("execute-qemu").getJsonObject("extra").getString("job_arch"))
                .isEqualTo("riscv64");
    }

    @Test
    void shouldGroupCasesInLevels() throws IOException {
        RunReport report = TuxRun.of("kselftest-net")
                .with(
                        TestCase.passed("tls").in("crypto"),
                        TestCase.failed("tls").in("socket"))
                .passed("tls")
                .report(ORDER);

        JsonObject suite = results(report).getJsonObject("kselftest-net");
        assertThat(suite.getJsonObject("crypto").getJsonObject("tls").getString("result"))
                .isEqualTo("pass");
        assertThat(suite.getJsonObject("socket").getJsonObject("tls").getString("result"))
                .isEqualTo("fail");
        assertThat(suite.getJsonObject("tls").getString("result")).isEqualTo("pass");
        assertThat(report.results().getString("kselftest-net")).isEqualTo("fail");
    }

    @Test
    void shouldHaveTheOlderShape() throws IOException {
        RunReport report = TuxRun.of("ltp-smoke")
                .passed("access01")
                .and("kselftest-net")
                .skipped("tls")
                .indexed()
                .report(ORDER);

        JsonObject results = results(report);
        assertThat(results).containsOnlyKeys("lava", "0_ltp-smoke", "1_kselftest-net");
        assertThat(results.getJsonObject("0_ltp-smoke").getJsonObject("access01"))
                .containsOnlyKeys("result", "starttc", "endtc");
        assertThat(results.getJsonObject("lava")).containsKeys("0_ltp-smoke", "1_kselftest-net");
        assertThat(results.getJsonObject("lava").getJsonObject("http-download").getString("result"))
                .isEqualTo("pass");
        assertThat(report.results()).as("of the callback").containsKeys("ltp-smoke", "kselftest-net");
    }

    @Test
    void shouldReportASuiteThatHasNoCases() throws IOException {
        RunReport report = TuxRun.of("ltp-smoke").report(ORDER);

        assertThat(results(report)).containsOnlyKeys("lava");
        assertThat(results(report)
                        .getJsonObject("lava")
                        .getJsonObject("ltp-smoke")
                        .getString("result"))
                .isEqualTo("pass");
        assertThat(report.results().getString("ltp-smoke")).isEqualTo("pass");
    }

    @Test
    void shouldQuoteTheLinesOfACaseAndNumberThem() throws IOException {
        RunReport report = TuxRun.of("ltp-smoke")
                .passed("access01")
                .failed("chmod01", "chmod01.c:54: TFAIL: mode is 0644", "Summary:", "failed 1")
                .with(TestCase.skipped("ping602", "no network"))
                .report(ORDER);

        JsonObject failed = results(report).getJsonObject("ltp-smoke").getJsonObject("chmod01");
        assertThat(excerpt(failed))
                .allMatch(line -> line.matches("\\[2026-03-01T12:00:00\\.\\d{6}] .*"))
                .map(line -> line.substring(29))
                .startsWith("<LAVA_SIGNAL_STARTTC chmod01>")
                .contains("chmod01.c:54: TFAIL: mode is 0644", "Summary:", "failed 1", "<LAVA_SIGNAL_ENDTC chmod01>")
                .doesNotContain("no network");
        List<String> yaml = text(report, "lava-logs.yaml")
                .lines()
                .toList()
                .subList(failed.getInt("starttc") - 1, failed.getInt("endtc"));
        assertThat(yaml.get(0)).contains("<LAVA_SIGNAL_STARTTC chmod01>");
        assertThat(yaml)
                .filteredOn(line -> line.contains("\"target\""))
                .map(line -> line.substring(TEXT_COLUMN, line.length() - 2))
                .containsExactly(
                        "<LAVA_SIGNAL_STARTTC chmod01>",
                        "chmod01.c:54: TFAIL: mode is 0644",
                        "Summary:",
                        "failed 1",
                        "<LAVA_SIGNAL_ENDTC chmod01>");
    }

    @Test
    void shouldQuoteTheSignalOfACaseWithoutLinesUnlessItWasLoggedLate() throws IOException {
        RunReport report =
                TuxRun.of("ltp-smoke").passed("access01", "chdir01", "fork01").report(ORDER);

        JsonObject suite = results(report).getJsonObject("ltp-smoke");
        assertThat(excerpt(suite.getJsonObject("access01"))).isEmpty();
        assertThat(excerpt(suite.getJsonObject("chdir01")))
                .singleElement()
                .asString()
                .endsWith("] <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=chdir01 RESULT=pass>");
        int line = suite.getJsonObject("chdir01").getInt("starttc");
        assertThat(suite.getJsonObject("chdir01").getInt("endtc")).isEqualTo(line);
        assertThat(text(report, "lava-logs.yaml").split("\n")[line - 1]).contains("TEST_CASE_ID=chdir01");
    }

    @Test
    void shouldLogWhatTheDevicePrintsAsText() throws IOException {
        RunReport report = TuxRun.of("ltp-smoke")
                .failed("chmod01", "a \"quoted\" line with a \\ and a tab\t")
                .report(ORDER);

        assertThat(text(report, "logs.txt"))
                .contains("Machine model: qemu-riscv64\n", "\na \"quoted\" line with a \\ and a tab\t\n")
                .doesNotContain("Received signal", "lava-dispatcher");
        assertThat(text(report, "lava-logs.yaml").lines())
                .allMatch(line -> line.startsWith("- {\"dt\": \"2026-03-01T12:00:00."))
                .allSatisfy(line -> assertThat(json(line.substring(2))).containsOnlyKeys("dt", "lvl", "msg"));
        assertThat(report.files()).containsOnlyKeys("results.json", "logs.txt", "lava-logs.yaml");
    }

    @Test
    void shouldFailToBoot() throws IOException {
        RunReport report =
                TuxRun.bootFailed("Kernel panic - not syncing: no init").report(ORDER);

        assertThat(report.result()).isEqualTo("fail");
        assertThat(report.results())
                .hasToString("{\"boot\":\"fail\",\"ltp-smoke\":\"unknown\",\"kselftest-net\":\"unknown\"}");
        assertThat(results(report)).containsOnlyKeys("lava");
        JsonObject lava = results(report).getJsonObject("lava");
        assertThat(lava.getJsonObject("login-action").getString("result")).isEqualTo("fail");
        assertThat(lava.getJsonObject("job").getString("error_msg")).contains("timed out");
        assertThat(text(report, "logs.txt")).endsWith("Kernel panic - not syncing: no init\n");
    }

    @Test
    void shouldCutASuiteShort() throws IOException {
        RunReport report = TuxRun.of("ltp-smoke")
                .passed("access01")
                .interrupted()
                .and("kselftest-net")
                .passed("tls")
                .report(ORDER);

        assertThat(report.result()).isEqualTo("fail");
        assertThat(report.results())
                .hasToString("{\"boot\":\"pass\",\"ltp-smoke\":\"fail\",\"kselftest-net\":\"unknown\"}");
        JsonObject results = results(report);
        assertThat(results).containsOnlyKeys("lava", "ltp-smoke");
        assertThat(results.getJsonObject("ltp-smoke").getJsonObject("access01").getString("result"))
                .isEqualTo("pass");
        assertThat(results.getJsonObject("lava").getJsonObject("ltp-smoke").getString("result"))
                .isEqualTo("fail");
        assertThat(results.getJsonObject("lava").getJsonObject("job").getString("error_type"))
                .isEqualTo("Test");
    }

    @Test
    void shouldLeaveNothingWhereNothingRan() {
        RunReport trouble = TuxRun.infrastructureError(2).report(ORDER);
        assertThat(trouble.result()).isEqualTo("error");
        assertThat(trouble.retries()).isEqualTo(2);
        assertThat(trouble.results().values()).containsOnly(Json.createValue("unknown"));
        assertThat(trouble.files()).isEmpty();

        RunReport nothing = TuxRun.nothingReported().report(ORDER);
        assertThat(nothing.result()).isEqualTo("fail");
        assertThat(nothing.results()).isEmpty();
        assertThat(nothing.files()).isEmpty();

        RunReport undecided = TuxRun.bootUnknown().report(ORDER);
        assertThat(undecided.result()).isEqualTo("fail");
        assertThat(undecided.results().getString("boot")).isEqualTo("unknown");

        assertThat(TuxRun.canceled().report(ORDER).result()).isEqualTo("canceled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "fail", "unknown"})
    void shouldSayInTheCallbackWhatItIsTold(String word) throws IOException {
        RunReport report = TuxRun.of("ltp-smoke")
                .failed("chmod01")
                .saying("ltp-smoke", word)
                .report(ORDER);

        assertThat(report.results().getString("ltp-smoke")).isEqualTo(word);
        assertThat(report.result()).isEqualTo(word.equals("fail") ? "fail" : "pass");
        assertThat(results(report)
                        .getJsonObject("ltp-smoke")
                        .getJsonObject("chmod01")
                        .getString("result"))
                .isEqualTo("fail");
    }

    @Test
    void shouldNotChangeARunThatIsToldOn() {
        TuxRun first = TuxRun.of("ltp-smoke").passed("access01");
        TuxRun second = first.failed("chmod01").saying("boot", "unknown");

        assertThat(first.report(ORDER).results().getString("ltp-smoke")).isEqualTo("pass");
        assertThat(first.report(ORDER).results().getString("boot")).isEqualTo("pass");
        assertThat(second.report(ORDER).results().getString("ltp-smoke")).isEqualTo("fail");
        assertThatThrownBy(() -> TuxRun.passing().passed("access01"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TuxRun.of");
    }

    @Test
    void shouldLogMoreThanAnybodyShouldHold() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeRun.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(process.inputReader().lines())
                .anySatisfy(line ->
                        assertThat(bytes(line, "logs.txt")).isBetween(LargeRun.LOG_BYTES, LargeRun.LOG_BYTES * 11 / 10))
                .anySatisfy(line -> assertThat(bytes(line, "lava-logs.yaml")).isGreaterThan(LargeRun.LOG_BYTES))
                .anySatisfy(line -> assertThat(bytes(line, "results.json")).isLessThan(3 << 20));
        assertThat(process.waitFor()).isZero();
    }

    private static long bytes(String line, String file) {
        assertThat(line).startsWith(file + " ");
        return Long.parseLong(line.substring(file.length() + 1));
    }

    @Test
    void shouldReportEveryCaseOfALargeRun() throws IOException {
        JsonObject cases = results(LargeRun.report()).getJsonObject("ltp-syscalls");

        assertThat(cases).hasSize(LargeRun.CASES);
        assertThat(excerpt(cases.getJsonObject("syscall107"))).anyMatch(line -> line.endsWith("] TFAIL"));
        assertThat(excerpt(cases.getJsonObject("syscall108"))).hasSize(1);
    }

    private static JsonObject results(RunReport report) throws IOException {
        return json(text(report, "results.json"));
    }

    private static List<String> excerpt(JsonObject testCase) {
        return testCase.getJsonArray("log_excerpt").getValuesAs(JsonString::getString);
    }

    private static String text(RunReport report, String file) throws IOException {
        var out = new ByteArrayOutputStream();
        report.files().get(file).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonObject json(String text) {
        JsonValue value = Json.createReader(new StringReader(text)).read();
        return value.asJsonObject();
    }
}
