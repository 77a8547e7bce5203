package org.kcibridge.it.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** What the bridge shows to Prometheus, and what dashboards and alerts make of it. */
@IntegrationTest
class MonitoringIT extends BridgeTest {

    private static final Pattern OURS = Pattern.compile("\\bkci_bridge_\\w+");

    /** Prometheus shows nothing of what has not happened yet, so everything has to happen first. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/alerts.yaml", "docs/grafana/kci-bridge.json", "docs/operations.md"})
    void documentsNameOnlyMetricsThatThereAre(String document) throws IOException {
        Set<String> named = new TreeSet<>();
        OURS.matcher(read(document)).results().forEach(name -> named.add(name.group()));
        assertThat(named).hasSizeGreaterThan(5);

        awaitSubmission(scheduleBuild(Map.of()), "CONFIRMED");
        api.with(null).post("/tuxsuite/callback/build", "{}");

        await("all metrics are there")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Metrics.scrape().names()).containsAll(named));
    }

    /** An alert that nobody knows what to do about only teaches people to ignore alerts. */
    @Test
    void tellsWhatToDoAboutEachAlert() throws IOException {
        Set<String> alerts = new TreeSet<>();
        Pattern.compile("alert: (\\w+)")
                .matcher(read("docs/alerts.yaml"))
                .results()
                .forEach(alert -> alerts.add(alert.group(1)));

        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(read("docs/operations.md")).contains(alerts);
    }

    @Test
    void countsTheWayOfABuild() {
        Metrics before = Metrics.scrape();

        awaitSubmission(scheduleBuild(Map.of()), "CONFIRMED");
        scheduleBuild(Map.of("branch", "other"));

        await("all of it is counted").atMost(PATIENCE).untilAsserted(() -> {
            Metrics after = Metrics.scrape();
            assertThat(grown(before, after, "kci_bridge_claims_total", "outcome=\"taken\""))
                    .isEqualTo(2);
            assertThat(grown(before, after, "kci_bridge_handovers_total", "outcome=\"submitted\""))
                    .isEqualTo(2);
            assertThat(grown(before, after, "kci_bridge_callbacks_received_total", "door=\"build\""))
                    .isEqualTo(2);
            assertThat(grown(before, after, "kci_bridge_callbacks_total", "outcome=\"applied\""))
                    .isEqualTo(2);
            assertThat(grown(before, after, "kci_bridge_job_duration_seconds_count", "kind=\"build\""))
                    .isEqualTo(2);
            assertThat(grown(before, after, "kci_bridge_deliveries_total", "outcome=\"taken\""))
                    .isPositive();
            assertThat(grown(before, after, "kci_bridge_deliveries_followed_total", "outcome=\"processed\""))
                    .isPositive();
        });
    }

    @Test
    void countsWhatRunnersAndKcidbRefuse() {
        Metrics before = Metrics.scrape();
        tuxSuite.script().refuseNext(400, "no such toolchain");

        api.build(Map.of());

        assertThat(grown(before, Metrics.scrape(), "kci_bridge_handovers_total", "outcome=\"refused\""))
                .isOne();
    }

    @Test
    void showsHowMuchWaitsAndForHowLong() {
        standStill();
        given.submission().with("job_id", null).create();
        given.submission()
                .with("job_id", null)
                .with("state", "DEAD")
                .with("due_at", null)
                .create();
        given.callback().create();
        given.job().create();
        database.update("update submission set created_at = now() - interval '2 hours'");

        await("the gauges are read anew").atMost(PATIENCE).untilAsserted(() -> {
            Metrics metrics = Metrics.scrape();
            assertThat(size(metrics, "submissions", "WAITING")).isOne();
            assertThat(size(metrics, "submissions", "DEAD")).isOne();
            assertThat(size(metrics, "submissions", "RETRY")).isZero();
            assertThat(size(metrics, "callbacks", "RECEIVED")).isOne();
            assertThat(size(metrics, "jobs", "REQUESTED")).isOne();
            assertThat(metrics.sum("kci_bridge_queue_oldest_age_seconds", "queue=\"submissions\"", "state=\"WAITING\""))
                    .isBetween(7_199.0, 7_300.0);
        });
    }

    @Test
    void showsWhatBatchJobsCameTo() {
        given.batchExecution().with("batchstatus", "FAILED").create();

        await("the gauge is read anew").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Metrics.scrape().sum("kci_bridge_batch_executions", "state=\"FAILED\""))
                .isOne());
    }

    private static double size(Metrics metrics, String queue, String state) {
        return metrics.sum("kci_bridge_queue_size", "queue=\"%s\"".formatted(queue), "state=\"%s\"".formatted(state));
    }

    private static double grown(Metrics before, Metrics after, String name, String label) {
        return after.sum(name, label) - before.sum(name, label);
    }

    private static String read(String document) throws IOException {
        return Files.readString(Path.of("..").resolve(document));
    }
}
