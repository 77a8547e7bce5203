package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kcibridge.allocation.Allocation.assertCall;
import static org.kcibridge.allocation.Allocation.assertEach;
import static org.kcibridge.allocation.CaseTexts.lavaResults;
import static org.kcibridge.allocation.CaseTexts.lines;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Trees;
import org.kcibridge.runner.BuildOrder;
import org.kcibridge.runner.TestOrder;

/**
 * What a callback costs from its body to the report, in bytes allocated. Whoever makes it cheaper writes down the new number;
 * whoever makes it dearer needs a reason.
 */
@UnitTest
class CallbackAllocationTest {

    private static final Instant REQUESTED = Instant.parse("2026-03-02T09:55:00Z");

    @Test
    void ofABodyThatIsRead() throws Exception {
        byte[] body = Samples.body("build-pass.json");

        assertCall(29_500, () -> TuxSuiteCallback.read(body));
    }

    @Test
    void ofASignatureThatIsChecked() throws Exception {
        KeyPair pair = SigningKeysTest.pair("secp256r1");
        SigningKeys keys = SigningKeys.parse(SigningKeysTest.openSsh(pair));
        String signature = Base64.getUrlEncoder().encodeToString(SigningKeysTest.sign(pair));

        assertThat(keys.verifies(signature, SigningKeysTest.TEXT)).isTrue();
        assertCall(172_000, () -> keys.verifies(signature, SigningKeysTest.TEXT));
    }

    @Test
    void ofTheReportOfABuild() throws Exception {
        BuildStatus status = Samples.status("build-pass.json");
        BuildOrder order = Samples.order();
        Trees trees = Trees.builtIn();

        assertCall(156_000, () -> BuildReport.of(status, order, REQUESTED, "riscv", trees));
    }

    @Test
    void ofACaseInTheReportOfATest() throws Exception {
        TestStatus status = TestSamples.status("test-pass.json");
        TestOrder order = TestSamples.order("ltp-smoke");

        assertEach(23_000, cases -> {
            byte[] results = lavaResults(cases);
            byte[] log = lines("", cases, "<LAVA_SIGNAL_TESTCASE TEST_CASE_ID=case%d RESULT=fail>\n");
            return () -> TestReport.of(
                    status,
                    order,
                    REQUESTED,
                    "riscv",
                    () -> new ByteArrayInputStream(results),
                    () -> new ByteArrayInputStream(log));
        });
    }
}
