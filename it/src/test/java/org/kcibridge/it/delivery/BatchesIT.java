package org.kcibridge.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.it.standin.StoredDocument;
import org.kcibridge.kind.IntegrationTest;

/** Reports travel together, within limits, and those that KCIDB failed to process in ever smaller company. */
@IntegrationTest
class BatchesIT extends BridgeTest {

    private final Waiting waiting = new Waiting(database);

    @Test
    void postsFiveHundredObjectsAtATime() {
        waiting.due(1_200);

        waiting.await("CONFIRMED", 1_200);

        assertThat(kcidb.documents())
                .extracting(BatchesIT::objects)
                .containsOnlyOnce(400)
                .contains(500);
        assertThat(kcidb.documents()).hasSize(5);
        assertThat(kcidb.documents())
                .flatExtracting(BatchesIT::builds)
                .hasSize(1_200)
                .doesNotHaveDuplicates();
    }

    /** A third of the limit is one post; twelve megabytes are four. */
    @Test
    void postsFourMebibytesAtATime() {
        given.bulk(6, i -> given.submission().with("job_id", null).with("bytes", 2 * 1024 * 1024));
        database.update("update submission set due_at = now()");

        waiting.await("CONFIRMED", 6);

        assertThat(kcidb.documents()).extracting(BatchesIT::objects).containsExactly(4, 4, 4);
    }

    @Test
    void postsWhatIsLargerThanTheLimitAlone() {
        given.bulk(2, i -> given.submission()
                .with("job_id", null)
                .with("objects", 5_000)
                .with("bytes", 20_000_000));
        database.update("update submission set due_at = now()");

        waiting.await("CONFIRMED", 2);

        assertThat(kcidb.documents()).hasSize(2);
    }

    /** KCIDB never says which object it choked on. */
    @Test
    void findsWhatKcidbFailsToProcessBySmallerAndSmallerBatches() {
        kcidb.script().failNext(1);
        waiting.due(100);
        waiting.await("RETRY", 100);

        database.clock().advance(Duration.ofMinutes(1));
        waiting.await("CONFIRMED", 100);

        List<StoredDocument> again =
                kcidb.documents().subList(1, kcidb.documents().size());
        assertThat(again).hasSize(4).extracting(BatchesIT::objects).containsExactlyInAnyOrder(62, 62, 62, 14);
        assertThat(again)
                .flatExtracting(BatchesIT::builds)
                .containsExactlyInAnyOrderElementsOf(builds(kcidb.documents().get(0)));
    }

    /** Each is answered only when all three are there: who posts one after the other waits in vain. */
    @Test
    void postsThreeBatchesAtATime() {
        standStill();
        waiting.due(750);
        CountDownLatch arriving = new CountDownLatch(3);
        AtomicInteger met = new AtomicInteger();
        kcidb.script().afterStoring(() -> {
            arriving.countDown();
            if (arrived(arriving)) {
                met.incrementAndGet();
            }
        });

        beat("dispatch reports");

        // Not that all were answered in time: on a busy machine the first may have waited too long for the last.
        await("all three met").atMost(PATIENCE).until(met::get, all -> all == 3);
    }

    /** The third is answered only when the fourth is there: who waits for three before the next waits in vain. */
    @Test
    void postsTheNextBatchWhenOneHasEnded() {
        standStill();
        waiting.due(1000);
        CountDownLatch fourth = new CountDownLatch(4);
        AtomicInteger posts = new AtomicInteger();
        AtomicBoolean met = new AtomicBoolean();
        kcidb.script().afterStoring(() -> {
            fourth.countDown();
            if (posts.incrementAndGet() == 3) {
                met.set(arrived(fourth));
            }
        });

        beat("dispatch reports");

        assertThat(kcidb.posts()).isEqualTo(4);
        assertThat(met).isTrue();
    }

    /** As if this node had slept in the middle of it. */
    @Test
    void takesNothingTwiceThoughLeasesEndWhileItIsAtIt() {
        standStill();
        waiting.due(750);
        database.update(
                """
                create function hours_pass() returns trigger language plpgsql as
                    'begin update clock.hand set ahead = ahead + interval ''1 hour''; return new; end';
                create trigger hours_pass after insert on delivery execute function hours_pass()""");

        try {
            beat("dispatch reports");
        } finally {
            database.update("drop function hours_pass() cascade");
        }

        assertThat(kcidb.documents())
                .flatExtracting(BatchesIT::builds)
                .hasSize(750)
                .doesNotHaveDuplicates();
        assertThat(waiting.count("SENT")).isEqualTo(750);
    }

    /** What is sent while one of the others is halved is sent once all the same. */
    @Test
    void sendsOthersWhileOneIsHalved() {
        standStill();
        waiting.due(750);
        kcidb.script().answerNext(Answer.text(413, "length limit exceeded"));

        beat("dispatch reports");

        assertThat(kcidb.posts()).isEqualTo(5);
        assertThat(waiting.count("SENT")).isEqualTo(750);
        assertThat(kcidb.documents())
                .flatExtracting(BatchesIT::builds)
                .hasSize(750)
                .doesNotHaveDuplicates();
    }

    private static boolean arrived(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Of what travels together nothing is younger than what is left behind. */
    @Test
    void keepsTheOrderInWhichReportsWereQueued() {
        waiting.due(600);

        waiting.await("CONFIRMED", 600);

        assertThat(
                        database.count(
                                """
                        select count(*) from submission a join submission b
                        on a.id < b.id and a.due_at is null and a.delivery_id > b.delivery_id"""))
                .isZero();
    }

    private static int objects(StoredDocument document) {
        return document.object().getJsonArray("checkouts").size()
                + document.object().getJsonArray("builds").size();
    }

    private static List<String> builds(StoredDocument document) {
        return document.object().getJsonArray("builds").getValuesAs(JsonObject.class).stream()
                .map(build -> build.getString("id"))
                .toList();
    }
}
