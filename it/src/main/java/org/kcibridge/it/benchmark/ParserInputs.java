package org.kcibridge.it.benchmark;

import jakarta.json.JsonObject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kcibridge.it.benchmark.parsing.Parser;
import org.kcibridge.it.benchmark.parsing.ParserTexts;
import org.kcibridge.it.standin.TuxSuiteStandIn;
import org.kcibridge.it.standin.tuxrun.RunFile;
import org.kcibridge.it.standin.tuxrun.RunOrder;
import org.kcibridge.it.standin.tuxrun.TestCase;
import org.kcibridge.it.standin.tuxrun.TuxRun;

/** Writes what the parsers read: callbacks of a build and a test, as TuxSuite makes them, and results of a usual size. */
final class ParserInputs {

    private static final String SUITE = "ltp-syscalls";
    private static final String PROJECT = "/v1/groups/benchmark/projects/benchmark/";

    private static final String BUILD =
            """
            {"builds":[{"git_repo":"https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git","git_ref":"master",
             "target_arch":"riscv","toolchain":"gcc-14","kconfig":["defconfig","CONFIG_KASAN=y"],"environment":{},"targets":[],
             "make_variables":{},"is_public":true,"client_token":"01920000-0000-7000-8000-000000000001",
             "callback":"https://bridge.example.org/api/v1/tuxsuite/callback/build"}]}""";

    private static final String TEST =
            """
            {"device":"qemu-riscv64","kernel":"https://files.example.org/Image.gz","tests":["%s"],"is_public":true,
             "modules":"https://files.example.org/modules.tar.xz",
             "callback":"https://bridge.example.org/api/v1/tuxsuite/callback/test"}"""
                    .formatted(SUITE);

    private final Path folder;

    ParserInputs(Path folder) {
        this.folder = folder;
    }

    ParserTexts write(TestBed bed) throws Exception {
        Files.createDirectories(folder);
        write(ParserTexts.KTAP, ResultTexts.ktap(Parser.Sizes.CASES));
        write(ParserTexts.TAP, ResultTexts.tap(Parser.Sizes.CASES));
        write(ParserTexts.JUNIT, ResultTexts.junit(Parser.Sizes.JUNIT_CASES));
        writeRun();
        writeCallbacks(bed);
        return new ParserTexts(folder);
    }

    private void writeRun() throws Exception {
        Map<String, RunFile> files = TuxRun.of(SUITE)
                .cases(Parser.Sizes.CASES, ParserInputs::testCase)
                .report(new RunOrder(
                        "qemu-riscv64",
                        "https://files.example.org/Image.gz",
                        List.of(SUITE),
                        Instant.parse("2026-03-02T10:00:00Z")))
                .files();
        for (String name : List.of(ParserTexts.LAVA_RESULTS, ParserTexts.LAVA_LOG)) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                files.get(name).writeTo(out);
            }
        }
    }

    private static TestCase testCase(int number) {
        String name = "syscall" + number;
        String begun = "tst_test.c:1722: TINFO: LTP version: 20250930";
        if (ResultTexts.fails(number)) {
            return TestCase.failed(name, begun, name + ".c:54: TFAIL: mode is 0644");
        }
        return ResultTexts.isSkipped(number)
                ? TestCase.skipped(name, begun, name + ".c:31: TCONF: needs more processors")
                : TestCase.passed(name, begun, name + ".c:60: TPASS: it returned 0");
    }

    private void writeCallbacks(TestBed bed) throws Exception {
        TuxSuiteStandIn tuxSuite = bed.tuxSuite();
        tuxSuite.clear();
        tuxSuite.script().silent(true);
        try (Api api = bed.tuxSuiteApi()) {
            api.post(PROJECT + "builds", BUILD).require(200);
            api.post(PROJECT + "tests", TEST).require(200);
        }
        write(ParserTexts.BUILD_CALLBACK, callback(tuxSuite, tuxSuite.builds()));
        String test = callback(tuxSuite, tuxSuite.tests());
        write(ParserTexts.TEST_CALLBACK, test);
        write(ParserTexts.SIGNATURE, tuxSuite.sign(test.getBytes(StandardCharsets.UTF_8)));
        write(ParserTexts.SIGNING_KEY, tuxSuite.publicKey());
        tuxSuite.script().reset();
    }

    /** What TuxSuite would say of the only one there is. */
    private static String callback(TuxSuiteStandIn tuxSuite, Map<String, JsonObject> works) throws Exception {
        String uid = works.keySet().iterator().next();
        Patience.until("it is finished", 20, () -> tuxSuite.payload(uid)
                .getJsonObject("status")
                .getString("state")
                .equals("finished"));
        return tuxSuite.payload(uid).toString();
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }
}
