package org.kcibridge.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.delivery.Waiting;
import org.kcibridge.kind.SlowTest;

/** A bridge that is told to end finishes what it has in hand, and its log tells of it in JSON. */
@SlowTest
class OrderlyEndIT extends CrashTest {

    /** Longer than an application takes to go, and shorter than the bridge waits for an answer. */
    private static final Duration SLOW = Duration.ofMillis(1_500);

    private LogSince log;

    @BeforeEach
    void beginToRead() {
        log = LogSince.now(flow.bridge.log());
    }

    /** KCIDB answers only when the server has been told to end: without patience nobody would hear the answer. */
    @Test
    void hearsTheAnswerToThePostThatIsUnderWay() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        flow.kcidb.script().spoilNext(answer -> answer.after(SLOW)).afterStoring(() -> {
            CompletableFuture.runAsync(flow.bridge::stop).thenRun(() -> ended.complete(null));
            log.await("Suspending server");
        });

        new Waiting(flow.database).due(1);

        ended.get(Flow.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(flow.database.value("select state from delivery")).isEqualTo("SPOOLED");
        assertThat(flow.database.value("select state from submission")).isEqualTo("SENT");
        assertThat(log.all()).noneMatch(line -> line.contains("\"level\":\"ERROR\""));
    }

    /** Whoever looks for one job in the log of many looks for its id in a field, and finds what libraries said as well. */
    @Test
    void namesJobAndDeliveryInFieldsOfTheirOwn() {
        flow.build();
        flow.assertReportedOnce(1);

        String job = flow.job("id");
        assertThat(log.numbered("KCIB0100")).singleElement().satisfies(line -> assertThat(
                        line.getJsonObject("mdc").getString("job"))
                .isEqualTo(job));
        assertThat(log.numbered("KCIB0202")).singleElement().satisfies(line -> {
            assertThat(line.getJsonObject("mdc").getString("job")).isEqualTo(job);
            assertThat(line.getJsonObject("mdc").getString("callback"))
                    .isEqualTo(flow.database.value("select id from callback"));
        });
        assertThat(log.numbered("KCIB0300")).singleElement().satisfies(line -> assertThat(
                        line.getJsonObject("mdc").getString("delivery"))
                .isEqualTo(flow.database.value("select id from delivery")));
    }
}
