package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.runner.TestOrder;

@UnitTest
class TestReportTest {

    private static final Instant REQUESTED = Instant.parse("2026-03-02T10:55:00Z");
    private static final String BOOTED = "'state':'finished','result':'fail','results':{'boot':'pass'}";

    @Nested
    class OfATestThatPassed {

        private static final String FOLDER =
                "https://storage.example.org/public/riscv/lab/tests/2xLtA0bC1dE2fG3hI4jK5lM6nO7/";
        private static final String BUILD =
                "https://storage.example.org/public/riscv/lab/builds/2xKpQ7vYbN3mT5sWcE8rLzAhUdF/";
        private static final String COMMON = "'build_id':'maestro:b1','origin':'riscv',"
                + "'environment':{'misc':{'host_arch':'amd64','job_arch':'riscv64','qemu_version':'1:10.1.0',"
                + "'platform':'qemu-riscv64'}},'log_url':'" + FOLDER + "logs.txt','input_files':["
                + "{'name':'Image.gz','url':'" + BUILD + "Image.gz'},"
                + "{'name':'modules.tar.xz','url':'" + BUILD + "modules.tar.xz'},"
                + "{'name':'rootfs.ext4.xz','url':'https://images.example.org/riscv64/rootfs.ext4.xz'}],"
                + "'output_files':[{'name':'results.json','url':'" + FOLDER + "results.json'}],";

        private final Report report = TestReport.of(
                TestSamples.status("test-pass.json"),
                TestSamples.order("ltp-smoke"),
                REQUESTED,
                "riscv",
                TestSamples.file("results-pass.json"),
                TestSamples.file("logs-pass.txt"));

        @Test
        void hasATestForBootingAndOneForEachCase() {
            assertThat(outcomes(report)).isEqualTo("boot=PASS ltp.access01=PASS ltp.df01_sh=PASS ltp.ping01=SKIP");
            assertThat(report.size()).isEqualTo(4);
        }

        @Test
        void tellsEverythingAboutBooting() {
            assertThat(without(test(report, "boot"), "misc"))
                    .isEqualTo(Samples.object("{" + COMMON + "'id':'riscv:2xLtA0bC1dE2fG3hI4jK5lM6nO7_boot',"
                            + "'path':'boot','status':'PASS','start_time':'2026-03-02T11:00:41.25+00:00',"
                            + "'duration':22.05,'log_excerpt':'OpenSBI v1.5\\n"
                            + "[    0.000000] Linux version 7.0.0-rc2 (builder@host) #1 SMP\\n"
                            + "[    0.000000] Machine model: riscv-virtio,qemu\\n"
                            + "[   20.900000] Run /sbin/init as init process\\nlogin: root'}"));
        }

        @Test
        void tellsEverythingAboutACase() {
            JsonObject test = test(report, "ltp.access01");

            assertThat(without(test, "log_excerpt"))
                    .isEqualTo(
                            Samples.object("{" + COMMON + "'id':'riscv:2xLtA0bC1dE2fG3hI4jK5lM6nO7_ltp-smoke_access01',"
                                    + "'path':'ltp.access01','status':'PASS',"
                                    + "'start_time':'2026-03-02T11:01:10.1+00:00','duration':0.5,"
                                    + "'misc':{'collection':'nightly','tuxsuite':{'parameters':"
                                    + "{'SHARD_INDEX':'2','SHARD_NUMBER':'4'},'project':'riscv/lab',"
                                    + "'uid':'2xLtA0bC1dE2fG3hI4jK5lM6nO7'},'lava':{'endtc':340,'starttc':310},"
                                    + "'suite':'ltp-smoke','lab':'tuxsuite','runtime':'tuxsuite'}}"));
            assertThat(test.getString("log_excerpt").lines())
                    .hasSize(4)
                    .contains("[2026-03-02T11:01:10.300000] access01.c:20: TPASS: it holds");
        }

        @Test
        void takesFromTheLogWhatTheResultsLack() {
            assertThat(test(report, "ltp.df01_sh").getString("log_excerpt").lines())
                    .containsExactly(
                            "<8>[   41.000000] <LAVA_SIGNAL_STARTTC df01.sh>",
                            "df01.sh 1 TPASS: df works, see https://wiki.example.org/df",
                            "<8>[   41.400000] <LAVA_SIGNAL_ENDTC df01.sh>",
                            "<8>[   41.500000] <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=df01.sh RESULT=pass>");
            assertThat(test(report, "ltp.ping01").getString("log_excerpt"))
                    .isEqualTo("<8>[   41.600000] <LAVA_SIGNAL_TESTCASE TEST_CASE_ID=ping01 RESULT=skip>");
        }

        @Test
        void keepsTheAccountWithBootingButForSecretsAndHollowMembers() {
            JsonObject misc = test(report, "boot").getJsonObject("misc");

            assertThat(misc.getString("runtime")).isEqualTo("tuxsuite");
            assertThat(misc.getString("lab")).isEqualTo("tuxsuite");
            assertThat(misc.getString("collection")).isEqualTo("nightly");
            assertThat(misc.getJsonObject("tuxsuite").keySet())
                    .containsExactlyInAnyOrder(
                            "device",
                            "download_url",
                            "duration",
                            "finished_time",
                            "is_canceling",
                            "is_public",
                            "kernel",
                            "modules",
                            "parameters",
                            "project",
                            "provisioning_time",
                            "result",
                            "results",
                            "retries",
                            "rootfs",
                            "running_time",
                            "state",
                            "tests",
                            "uid",
                            "user_agent");
            assertThat(report.toJson().toString())
                    .doesNotContain("s3cr3t", "hush", "somebody", "lab-token", "bridge.example.org", "me:pw");
        }
    }

    @Nested
    class OfATestThatFailed {

        private final Report report = TestReport.of(
                TestSamples.status("test-fail.json"),
                TestSamples.order("ltp-smoke", "kselftest-net", "kunit"),
                REQUESTED,
                "riscv",
                TestSamples.file("results-fail.json"),
                TestSamples.file("logs-fail.txt"));

        /** TuxSuite and LAVA say that ltp-smoke passed: it ran to its end, in which a case failed. */
        @Test
        void goesByTheCasesAndTellsWhatIsMissing() {
            assertThat(outcomes(report))
                    .isEqualTo("boot=PASS ltp.access01=PASS ltp.chdir01=FAIL kselftest=ERROR kselftest.net_tls=PASS"
                            + " kunit=MISS");
        }

        @Test
        void saysWhyASuiteBrokeOff() {
            JsonObject suite = test(report, "kselftest");

            assertThat(suite.getString("id")).isEqualTo("riscv:2xLtB7nO6mL5kJ4iH3gF2eD1cB0_kselftest-net");
            assertThat(suite.getString("comment"))
                    .isEqualTo("did not run to its end: lava-test-shell timed out after 600 seconds");
            assertThat(suite.getJsonNumber("duration").intValue()).isEqualTo(600);
            assertThat(suite.getString("log_excerpt"))
                    .isEqualTo("<LAVA_SIGNAL_STARTTC net_fib>\nTEST: nothing moves any more");
        }

        @Test
        void saysOfASuiteThatNeverRanThatItWasAskedFor() {
            JsonObject suite = test(report, "kunit");

            assertThat(suite.getString("comment")).isEqualTo("asked for, and nothing was reported of it");
            assertThat(suite.getString("start_time")).isEqualTo("2026-03-02T11:10:30+00:00");
            assertThat(suite).doesNotContainKeys("log_excerpt", "duration");
        }
    }

    @Nested
    class OfABoot {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                textBlock =
                        """
                {'result':'pass','results':{'boot':'pass'}}                          | {}  | boot=PASS
                {'result':'fail','results':{'boot':'fail'}}                          | {}  | boot=FAIL
                {'result':'pass','results':{}}                                       | {}  | boot=PASS
                {'result':'fail','results':{}}                                       | {}  | boot=FAIL
                {'result':'unknown','results':{}}                                    | {}  | boot=ERROR
                {'result':'fail','results':{}}    | {'lava':{'login-action':{'result':'pass'}}} | boot=PASS
                {'result':'fail','results':{}}    | {'lava':{'validate':{'result':'fail'}}}     | boot=MISS
                {'result':'fail','results':{'boot':'fail'}} | {'lava':{'login-action':{'result':'pass'}}} | boot=FAIL
                {'result':'pass','results':{'boot':'pass'}} | {'lava':{'login-action':{'result':'fail'}}} | boot=PASS
                {'result':'error','retries':2}                                       | {}  | boot=MISS
                {'result':'error','retries':2,'running_time':'2026-03-02T11:00:00'}  | {}  | boot=ERROR
                {'result':'error','retries':2,'running_time':'2026-03-02T11:00:00','results':{'boot':'fail'}} | {} | boot=ERROR
                {'result':'error','retries':2,'results':{'boot':'pass'}}             | {}  | boot=PASS
                {'result':'error','retries':2} | {'lava':{'login-action':{'result':'fail'}}} | boot=ERROR
                {'result':'canceled','results':{'boot':'unknown'}}                   | {}  | boot=MISS
                {'result':'fail','results':{},'waiting_for':'BUILD#x','running_time':'2026-03-02T11:00:00'} | {} | boot=MISS
                {'result':'fail','results':{'boot':'fail'}} | {'lava':{'validate':{'result':'pass'},'job':{'result':'fail','error_type':'Infrastructure'}}} | boot=MISS
                {'result':'fail','results':{'boot':'fail'}} | {'lava':{'execute-qemu':{'result':'pass'},'job':{'result':'fail','error_type':'Infrastructure'}}} | boot=ERROR
                """)
        void endedAsTuxSuiteSaysUnlessTheLabIsToBlame(String account, String results, String outcome) {
            TestStatus status = TestSamples.with(TestSamples.account(account), "state", "'finished'");

            assertThat(outcomes(report(status, results))).isEqualTo(outcome);
        }

        @Test
        void thatFailedLeavesEverySuiteUnrun() {
            TestStatus status = TestSamples.account(
                    "{'state':'finished','result':'fail','results':{'boot':'fail','ltp-smoke':'fail'}}");
            String results = "{'lava':{'login-action':{'result':'fail','duration':'300.10'},"
                    + "'job':{'result':'fail','error_type':'Job','error_msg':'timed out after 300 seconds'}}}";

            Report report = report(status, results, "ltp-smoke", "kunit");

            assertThat(outcomes(report)).isEqualTo("boot=FAIL ltp=MISS kunit=MISS");
            assertThat(test(report, "boot").getString("comment")).isEqualTo("timed out after 300 seconds");
            assertThat(test(report, "boot").getJsonNumber("duration").doubleValue())
                    .isEqualTo(300.1);
            assertThat(test(report, "kunit").getString("comment")).startsWith("never ran, as the kernel");
        }

        @Test
        void thatWaitedForAFailedBuildNeverRan() {
            Report report = report(
                    TestSamples.account("{'state':'finished','result':'error','results':{},'waiting_for':'BUILD#x'}"),
                    "{}",
                    "ltp-smoke");

            assertThat(outcomes(report)).isEqualTo("boot=MISS ltp=MISS");
            assertThat(tests(report)).allSatisfy(test -> assertThat(test.getString("comment"))
                    .isEqualTo("never ran, as what it waited for failed: BUILD#x"));
        }
    }

    @Nested
    class OfATestThatBrokeDown {

        @Test
        void blamesTheRunner() {
            Report report = TestReport.of(
                    TestSamples.status("test-error.json"),
                    TestSamples.order("ltp-smoke"),
                    REQUESTED,
                    "riscv",
                    TestSamples.NONE,
                    TestSamples.NONE);

            assertThat(outcomes(report)).isEqualTo("boot=MISS ltp=MISS");
            JsonObject boot = test(report, "boot");
            assertThat(boot.getString("comment"))
                    .isEqualTo("lost contact with the worker; lost contact with the worker");
            assertThat(boot.getString("start_time")).isEqualTo("2026-03-02T11:30:00+00:00");
            assertThat(boot.getJsonObject("environment").getJsonObject("misc").getString("platform"))
                    .isEqualTo("qemu-riscv64");
            assertThat(boot.getJsonArray("input_files"))
                    .extracting(file -> file.asJsonObject().getString("url"))
                    .containsExactly("https://kernels.example.org/Image", "https://kernels.example.org/modules.tar.xz");
            assertThat(boot).doesNotContainKeys("log_url", "output_files");
        }

        /** Not even a panic tells anything: the host may have gone mad. */
        @Test
        void neverFails() {
            TestStatus status = TestSamples.account(
                    "{'state':'finished','result':'error','retries':2,'results':{'boot':'pass','s':'fail'}}");
            String results = "{'lava':{'s':{'result':'fail'}},'s':{'a':{'result':'fail'},'b':{'result':'pass'}}}";
            String log = "<LAVA_SIGNAL_STARTRUN 0_s 1>\nKernel panic - not syncing: hm\n";

            Report report = TestReport.of(
                    status,
                    TestSamples.order("s", "t"),
                    REQUESTED,
                    "riscv",
                    TestSamples.text(results),
                    TestSamples.text(log));

            assertThat(outcomes(report)).isEqualTo("boot=PASS s=ERROR s.a=ERROR s.b=PASS t=MISS");
            assertThat(outcomes(report(status, null, "s", "t"))).isEqualTo("boot=PASS s=ERROR t=MISS");
        }

        @Test
        void doesNotFailEitherIfOnlyLavaKnowsThatItBrokeDown() {
            String results = "{'lava':{'s':{'result':'fail'},'job':{'result':'fail','error_type':'Bug'}},"
                    + "'s':{'a':{'result':'fail'}}}";
            String log = "<LAVA_SIGNAL_STARTRUN 0_s 1>\nKernel panic - not syncing: hm\n";

            Report report = TestReport.of(
                    TestSamples.account("{" + BOOTED + "}"),
                    TestSamples.order("s"),
                    REQUESTED,
                    "riscv",
                    TestSamples.text(results),
                    TestSamples.text(log));

            assertThat(outcomes(report)).isEqualTo("boot=PASS s=ERROR s.a=ERROR");
        }
    }

    @Test
    void blamesTheKernelForAPanicAmidASuite() {
        Report report = TestReport.of(
                TestSamples.account("{" + BOOTED + "}"),
                TestSamples.order("s"),
                REQUESTED,
                "riscv",
                TestSamples.text("{'lava':{'s':{'result':'fail'}},'s':{'a':{'result':'pass'}}}"),
                TestSamples.text("<LAVA_SIGNAL_STARTRUN 0_s 1>\nKernel panic - not syncing: hm\n"));

        assertThat(outcomes(report)).isEqualTo("boot=PASS s=FAIL s.a=PASS");
        assertThat(test(report, "s").getString("comment")).isEqualTo("the kernel panicked");
    }

    @Nested
    class WithoutResults {

        @ParameterizedTest
        @CsvSource({"pass, DONE", "fail, FAIL", "skip, SKIP", "unknown, ERROR", "'', ERROR"})
        void goesByTuxSuitesWordOnEachSuite(String word, String status) {
            TestStatus account = TestSamples.account(
                    "{'state':'finished','result':'fail','results':{'boot':'pass','s':'" + word + "'}}");

            Report report = report(account, null, "s");

            assertThat(outcomes(report)).isEqualTo("boot=PASS s=" + status);
            assertThat(test(report, "s").getString("comment")).contains("404 Not Found");
        }

        @Test
        void saysWhyForEveryFileAndDropsItsAddress() {
            Report report = TestReport.of(
                    TestSamples.status("test-pass.json"),
                    TestSamples.order("ltp-smoke"),
                    REQUESTED,
                    "riscv",
                    TestSamples.text("<html>"),
                    JobFile.unavailable("not allowed: https://me:pw@evil.example.org/"));

            assertThat(tests(report)).hasSize(2).allSatisfy(test -> {
                assertThat(test.getJsonObject("misc")
                                .getJsonObject("unavailable")
                                .getString("results.json"))
                        .startsWith("line 1: not JSON");
                assertThat(test.getJsonObject("misc")
                                .getJsonObject("unavailable")
                                .getString("logs.txt"))
                        .isEqualTo("not allowed: https://evil.example.org/");
                assertThat(test).doesNotContainKeys("log_url", "output_files", "log_excerpt");
            });
        }

        @Test
        void takesWhatCameOfALogThatBrokeOff() {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("connection reset");
                }
            };

            Report report = TestReport.of(
                    TestSamples.status("test-pass.json"),
                    TestSamples.order("ltp-smoke"),
                    REQUESTED,
                    "riscv",
                    TestSamples.file("results-pass.json"),
                    () -> new SequenceInputStream(
                            TestSamples.file("logs-pass.txt").open(), broken));

            assertThat(test(report, "ltp.ping01").getString("log_excerpt")).contains("TEST_CASE_ID=ping01");
            assertThat(test(report, "ltp.ping01").getJsonObject("misc").getJsonObject("unavailable"))
                    .hasToString("{\"logs.txt\":\"connection reset\"}");
        }

        @Test
        void isWhatAFileYieldsThatIsGoneWhenItIsOpened() {
            JobFile gone = () -> {
                throw new UncheckedIOException(new IOException("no such file"));
            };

            Report report = TestReport.of(
                    TestSamples.status("test-pass.json"), TestSamples.order(), REQUESTED, "riscv", gone, gone);

            assertThat(outcomes(report)).isEqualTo("boot=PASS ltp=DONE");
        }
    }

    @Test
    void reportsEverySuiteThatAnybodyKnowsOfOnce() {
        TestStatus status = TestSamples.account(
                "{" + BOOTED.replace("'boot':'pass'", "'boot':'pass','c':'fail'") + ",'tests':['boot','b','a',' ']}");

        assertThat(outcomes(report(status, "{'d':{'x':{'result':'pass'}}}", "a", "a")))
                .isEqualTo("boot=PASS a=MISS b=MISS d.x=PASS c=MISS");
    }

    @Test
    void hasNothingToExplainOfABootThatPassed() {
        Report report = report(
                TestSamples.account("{" + BOOTED + ",'status_message':'ltp-smoke failed','retries_messages':['a']}"),
                "{'lava':{'job':{'error_msg':'timed out'}}}");

        assertThat(test(report, "boot")).doesNotContainKey("comment");
    }

    @Test
    void beginsWhenItWasOrderedIfNobodyKnowsBetter() {
        Report report = report(TestSamples.account("{" + BOOTED + "}"), "{}");

        assertThat(test(report, "boot").getString("start_time")).isEqualTo("2026-03-02T10:55:00+00:00");
        assertThat(test(report, "boot").getString("id")).isEqualTo("riscv:" + Samples.JOB + "_boot");
    }

    @Test
    void refusesToPublishWhatIsNotFinal() {
        TestStatus retrying = TestSamples.with(TestSamples.status("test-error.json"), "retries", "1");

        assertThatIllegalArgumentException().isThrownBy(() -> report(retrying, "{}"));
    }

    @Nested
    class OfALostTest {

        @Test
        void saysThatNothingIsKnownToHaveRun() {
            Report report = TestReport.lost(
                    TestSamples.order("ltp-smoke", " ", "kunit", "kunit"), "2xLost", REQUESTED, "riscv");

            assertThat(outcomes(report)).isEqualTo("boot=MISS ltp=MISS kunit=MISS");
            assertThat(tests(report)).allSatisfy(test -> {
                assertThat(test.getString("comment")).isEqualTo("TuxSuite told of no final result in time");
                assertThat(test.getString("start_time")).isEqualTo("2026-03-02T10:55:00+00:00");
                assertThat(test.getString("build_id")).isEqualTo("maestro:b1");
                assertThat(test.getJsonObject("environment")
                                .getJsonObject("misc")
                                .getString("platform"))
                        .isEqualTo("qemu-riscv64");
                assertThat(test.getJsonObject("misc").getString("runtime")).isEqualTo("tuxsuite");
                assertThat(test).doesNotContainKeys("log_url", "duration");
            });
            assertThat(test(report, "ltp").getString("id")).isEqualTo("riscv:2xLost_ltp-smoke");
        }

        @Test
        void goesByOurOwnIdWhenTuxSuiteGaveNone() {
            Report report = TestReport.lost(TestSamples.order(), null, REQUESTED, "riscv");

            assertThat(outcomes(report)).isEqualTo("boot=MISS");
            assertThat(test(report, "boot").getString("id")).isEqualTo("riscv:" + Samples.JOB + "_boot");
        }
    }

    /** @param results null for none */
    private static Report report(TestStatus status, String results, String... tests) {
        TestOrder order = TestSamples.order(tests);
        JobFile file = results == null ? TestSamples.NONE : TestSamples.text(results);
        return TestReport.of(status, order, REQUESTED, "riscv", file, TestSamples.NONE);
    }

    private static List<JsonObject> tests(Report report) {
        return report.objects(Kind.TESTS);
    }

    private static String outcomes(Report report) {
        return tests(report).stream()
                .map(test -> test.getString("path") + "=" + test.getString("status"))
                .collect(Collectors.joining(" "));
    }

    private static JsonObject test(Report report, String path) {
        return tests(report).stream()
                .filter(test -> test.getString("path").equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + path));
    }

    private static JsonObject without(JsonObject object, String member) {
        return Json.createObjectBuilder(object).remove(member).build();
    }
}
