package org.kcibridge.it.benchmark.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.kcibridge.report.Report;
import org.kcibridge.report.Trees;
import org.kcibridge.results.CaseResult;
import org.kcibridge.results.LavaLog;
import org.kcibridge.results.ResultsFormat;
import org.kcibridge.runner.BuildOrder;
import org.kcibridge.runner.TestOrder;
import org.kcibridge.runner.tuxsuite.BuildReport;
import org.kcibridge.runner.tuxsuite.BuildStatus;
import org.kcibridge.runner.tuxsuite.SigningKeys;
import org.kcibridge.runner.tuxsuite.TestReport;
import org.kcibridge.runner.tuxsuite.TestStatus;
import org.kcibridge.runner.tuxsuite.TuxSuiteCallback;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** How each parser reads its text, as the bridge has it do so, and what bounds it. */
final class Readings {

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final UUID JOB = new UUID(0, 1);
    private static final String ORIGIN = "benchmark";

    private Readings() {}

    static Reading ktap(ParserTexts texts) {
        return ofLines(ResultsFormat.KTAP, texts.bytes(ParserTexts.KTAP));
    }

    static Reading tap(ParserTexts texts) {
        return ofLines(ResultsFormat.TAP, texts.bytes(ParserTexts.TAP));
    }

    private static Reading ofLines(ResultsFormat format, byte[] text) {
        return new Reading(() -> results(format, text), () -> Least.lines(text));
    }

    static Reading junit(ParserTexts texts) {
        byte[] text = texts.bytes(ParserTexts.JUNIT);
        return new Reading(() -> results(ResultsFormat.JUNIT, text), () -> Least.xml(text));
    }

    static Reading lavaResults(ParserTexts texts) {
        byte[] text = texts.bytes(ParserTexts.LAVA_RESULTS);
        return new Reading(() -> results(ResultsFormat.LAVA, text), () -> Least.json(text));
    }

    static Reading lavaLog(ParserTexts texts) {
        byte[] text = texts.bytes(ParserTexts.LAVA_LOG);
        // Cases that come with an excerpt are not looked for.
        List<CaseResult> cases = results(ResultsFormat.LAVA, texts.bytes(ParserTexts.LAVA_RESULTS)).stream()
                .map(result -> result.logging(""))
                .toList();
        return new Reading(
                () -> {
                    LavaLog log = new LavaLog(cases);
                    log.read(stream(text));
                    return log.results();
                },
                () -> Least.lines(text));
    }

    static Reading buildCallback(ParserTexts texts) {
        return ofCallback(texts.bytes(ParserTexts.BUILD_CALLBACK));
    }

    static Reading testCallback(ParserTexts texts) {
        return ofCallback(texts.bytes(ParserTexts.TEST_CALLBACK));
    }

    private static Reading ofCallback(byte[] body) {
        return new Reading(() -> TuxSuiteCallback.read(body), () -> Least.json(body));
    }

    /** Bound: the same check by who has the key and the signature at hand. */
    static Reading signature(ParserTexts texts) {
        byte[] body = texts.bytes(ParserTexts.TEST_CALLBACK);
        String header = texts.text(ParserTexts.SIGNATURE);
        SigningKeys keys = SigningKeys.parse(texts.text(ParserTexts.SIGNING_KEY));
        PublicKey key = publicKey(texts.text(ParserTexts.SIGNING_KEY));
        byte[] signature = Base64.getUrlDecoder().decode(header);
        return new Reading(() -> genuine(keys.verifies(header, TuxSuiteCallback.signedText(body))), () -> {
            Signature verifier = Signature.getInstance("SHA256withECDSA", PROVIDER);
            verifier.initVerify(key);
            verifier.update(body);
            return genuine(verifier.verify(signature));
        });
    }

    static Reading buildReport(ParserTexts texts) {
        byte[] body = texts.bytes(ParserTexts.BUILD_CALLBACK);
        BuildOrder order = new BuildOrder(
                JOB,
                "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git",
                "master",
                null,
                "riscv",
                "gcc-14",
                "defconfig",
                List.of("CONFIG_KASAN=y"),
                List.of(),
                Map.of());
        Trees trees = Trees.builtIn();
        return new Reading(
                () -> BuildReport.of(
                        new BuildStatus(TuxSuiteCallback.read(body).status()), order, Instant.EPOCH, ORIGIN, trees),
                () -> Least.json(body));
    }

    /** Bound: each file read for itself. */
    static Reading testReport(ParserTexts texts) {
        byte[] body = texts.bytes(ParserTexts.TEST_CALLBACK);
        byte[] results = texts.bytes(ParserTexts.LAVA_RESULTS);
        byte[] log = texts.bytes(ParserTexts.LAVA_LOG);
        return new Reading(
                () -> report(body, results, log),
                () -> List.of(Least.json(body), Least.json(results), Least.lines(log)));
    }

    static Reading schema(ParserTexts texts) {
        String document = report(
                        texts.bytes(ParserTexts.TEST_CALLBACK),
                        texts.bytes(ParserTexts.LAVA_RESULTS),
                        texts.bytes(ParserTexts.LAVA_LOG))
                .toJson()
                .toString();
        byte[] text = document.getBytes(StandardCharsets.UTF_8);
        KcidbSchema schema = new KcidbSchema();
        return new Reading(() -> genuine(schema.violations(document).isEmpty()), () -> Least.json(text));
    }

    private static Report report(byte[] body, byte[] results, byte[] log) {
        TestStatus status = new TestStatus(TuxSuiteCallback.read(body).status());
        TestOrder order = new TestOrder(
                JOB,
                "maestro:benchmark",
                "riscv",
                "qemu-riscv64",
                URI.create("https://files.example.org/Image.gz"),
                Optional.empty(),
                status.suites(),
                ORIGIN);
        return TestReport.of(status, order, Instant.EPOCH, ORIGIN, () -> stream(results), () -> stream(log));
    }

    private static List<CaseResult> results(ResultsFormat format, byte[] text) {
        try {
            return format.read(stream(text), Optional.empty());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static InputStream stream(byte[] text) {
        return new ByteArrayInputStream(text);
    }

    private static PublicKey publicKey(String line) {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(line)
                    .resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** What is refused costs something else than what is taken. */
    private static boolean genuine(boolean taken) {
        if (!taken) {
            throw new IllegalStateException("what is measured was refused");
        }
        return true;
    }
}
