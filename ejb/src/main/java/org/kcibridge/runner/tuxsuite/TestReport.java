package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kcibridge.log.OneLine;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.results.CaseResult;
import org.kcibridge.results.LavaLog;
import org.kcibridge.results.LavaResults;
import org.kcibridge.results.MalformedResults;
import org.kcibridge.results.Platform;
import org.kcibridge.results.TestObjects;
import org.kcibridge.results.TestRun;
import org.kcibridge.runner.TestOrder;

/**
 * Turns TuxSuite's account of a finished test, and the files it left, into what KCIDB is told: a test for booting and one
 * for each case, all in one report and once, as KCIDB keeps the first value of everything.
 *
 * <p>A file that cannot be had costs what is in it and no more; why it could not is kept in {@code misc}. The whole account,
 * but for what is confidential ({@link Redaction}), goes with booting, of which there is always one.
 */
public final class TestReport {

    static final String RESULTS = "results.json";
    static final String LOG = "logs.txt";

    /** What every case tells of the run; the rest is with booting. */
    private static final Set<String> EVERYWHERE = Set.of("uid", "project", "plan", "parameters");

    private static final JsonProvider JSON = JsonProvider.provider();

    private final TestStatus test;
    private final TestOrder order;
    private final OffsetDateTime requestedAt;
    private final String origin;
    private final Map<String, String> gaps = new LinkedHashMap<>();

    private TestReport(TestStatus test, TestOrder order, Instant requestedAt, String origin) {
        this.test = test;
        this.order = order;
        this.requestedAt = requestedAt.atOffset(ZoneOffset.UTC);
        this.origin = origin;
    }

    /**
     * The report of a test on which TuxSuite has spoken its last word.
     *
     * @param requestedAt when the test was ordered, for accounts that do not tell when it began
     * @param origin our name among KCIDB's submitters
     * @param results the test's {@code results.json}
     * @param log the test's {@code logs.txt}
     * @throws IllegalArgumentException if {@link TestVerdict} finds the account not to be final
     */
    public static Report of(
            TestStatus test, TestOrder order, Instant requestedAt, String origin, JobFile results, JobFile log) {
        if (TestVerdict.of(test) instanceof TestVerdict.Final verdict) {
            return new TestReport(test, order, requestedAt, origin).report(verdict.brokeDown(), results, log);
        }
        throw new IllegalArgumentException("a test that is not final must not be reported");
    }

    /**
     * The report of a test that TuxSuite never spoke its last word on: nothing of what was asked for is known to have run.
     *
     * @param uid TuxSuite's id of the test, or null if it never took the order; then our job's id stands in
     */
    public static Report lost(TestOrder order, String uid, Instant requestedAt, String origin) {
        JsonObjectBuilder known = JSON.createObjectBuilder();
        TestStatus silent = new TestStatus((uid == null ? known : known.add("uid", uid)).build());
        TestReport report = new TestReport(silent, order, requestedAt, origin);
        List<CaseResult> results = TestOutcome.lost(order, "TuxSuite told of no final result in time");
        return report.of(results, report.run(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Report report(boolean brokeDown, JobFile resultsFile, JobFile logFile) {
        Optional<LavaResults> lava = read(resultsFile);
        boolean labFailed = brokeDown || lava.filter(LavaResults::brokeDown).isPresent();
        TestOutcome outcome = new TestOutcome(order, test, labFailed, lava, gaps.getOrDefault(RESULTS, ""));
        List<CaseResult> results = read(logFile, outcome.results()).results();
        Optional<ArtifactFolder> folder = ArtifactFolder.of(test);
        TestRun run = run(
                lava,
                folder.filter(place -> !gaps.containsKey(LOG)).map(place -> place.file(LOG)),
                folder.filter(place -> lava.isPresent()).map(place -> place.file(RESULTS)));
        return of(labFailed ? results.stream().map(CaseResult::inBrokenRun).toList() : results, run);
    }

    private Optional<LavaResults> read(JobFile results) {
        try (InputStream json = results.open()) {
            return Optional.of(LavaResults.read(json));
        } catch (IOException | UncheckedIOException | MalformedResults reason) {
            gaps.put(RESULTS, line(reason));
            return Optional.empty();
        }
    }

    private LavaLog read(JobFile log, List<CaseResult> results) {
        LavaLog lines = new LavaLog(results);
        try (InputStream text = log.open()) {
            lines.read(text);
        } catch (IOException | UncheckedIOException reason) {
            gaps.put(LOG, line(reason));
        }
        return lines;
    }

    private static String line(Exception reason) {
        return OneLine.of(String.valueOf(reason.getMessage()));
    }

    private Report of(List<CaseResult> results, TestRun run) {
        Report.Builder report = Report.builder();
        TestObjects.of(run, results.stream().map(this::open).toList()).forEach(test -> report.add(Kind.TESTS, test));
        return report.build();
    }

    /** A result without what is confidential. */
    private CaseResult open(CaseResult result) {
        boolean boot = result.isOfWholeSuite() && result.suite().equals(LavaResults.BOOT);
        CaseResult open = result.logging(Redaction.text(result.log()))
                .with(boot ? misc(test.details()) : Redaction.object(result.details()));
        return open.comment().map(Redaction::text).map(open::commented).orElse(open);
    }

    private TestRun run(Optional<LavaResults> lava, Optional<String> logUrl, Optional<String> resultsUrl) {
        JsonObject environment = lava.map(LavaResults::environment).orElse(JsonValue.EMPTY_JSON_OBJECT);
        JsonObjectBuilder everywhere = JSON.createObjectBuilder();
        test.details().forEach((field, value) -> {
            if (EVERYWHERE.contains(field)) {
                everywhere.add(field, value);
            }
        });
        return new TestRun(
                origin,
                test.uid().orElse(order.job().toString()),
                order.buildId(),
                test.time("running_time", "provisioning_time").orElse(requestedAt),
                new Platform(test.text("device").orElse(order.device()), List.of(), Redaction.object(environment)),
                BuildReport.RUNNER,
                logUrl,
                FileList.of(inputs()),
                FileList.of(resultsUrl.stream()),
                misc(everywhere.build()));
    }

    private Stream<String> inputs() {
        return Stream.of(
                        test.text("kernel").or(() -> Optional.of(order.kernel().toString())),
                        test.text("modules").or(() -> order.modules().map(URI::toString)),
                        test.text("rootfs"))
                .flatMap(Optional::stream);
    }

    private JsonObject misc(JsonObject account) {
        JsonObjectBuilder unavailable = JSON.createObjectBuilder();
        gaps.forEach((file, reason) -> unavailable.add(file, Redaction.text(reason)));
        return new KcidbObject()
                .put("collection", order.collection())
                .put(BuildReport.RUNNER, account)
                .put("unavailable", unavailable.build())
                .build();
    }
}
