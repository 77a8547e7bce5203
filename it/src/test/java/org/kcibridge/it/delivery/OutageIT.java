package org.kcibridge.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.kind.IntegrationTest;

/** While KCIDB is away, nothing is tried and nothing uses up its attempts; everybody can see why. */
@IntegrationTest
class OutageIT extends BridgeTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    @Test
    void stopsTryingAfterThreeFailuresInARow() {
        String first = beginOutage();
        int posts = kcidb.posts();

        String second = scheduleBuild(Map.of("branch", "second"));
        awaitSubmission(second, "WAITING");
        knockAgain(2);

        assertThat(kcidb.posts()).isEqualTo(posts);
        assertThat(submissionOf(first).getInt("attempts")).isEqualTo(3);
        assertThat(submissionOf(second).getInt("attempts")).isZero();
        assertThat(kcidb().getString("reason")).contains("503");
        assertThat(kcidb().getInt("waiting")).isEqualTo(1);
        assertThat(kcidb().getInt("retrying")).isEqualTo(1);
    }

    @Test
    void sendsEverythingAsSoonAsKcidbIsBack() {
        String first = beginOutage();
        String second = scheduleBuild(Map.of("branch", "second"));
        awaitSubmission(second, "WAITING");

        kcidb.script().reset();
        database.clock().advance(LONG_ENOUGH);

        awaitDelivery(first);
        awaitDelivery(second);
        assertThat(kcidb().getString("state")).isEqualTo("REACHABLE");
        assertThat(kcidb().containsKey("reason")).isFalse();
    }

    @Test
    void leavesKcidbAloneForAsLongAsItAsks() {
        kcidb.script().answerNext(Answer.tooMany(Duration.ofMinutes(30)));
        String job = scheduleBuild(Map.of());
        awaitKcidb("UNREACHABLE");

        database.clock().advance(Duration.ofMinutes(29));
        assertThat(database.value("select due_at > now() from destination")).isEqualTo("t");

        database.clock().advance(Duration.ofMinutes(2));
        awaitDelivery(job);
        assertThat(kcidb.posts()).isEqualTo(2);
    }

    @Test
    void saysOnceThatKcidbRefusesOurToken() {
        int before = linesAbout("KCIB0303");
        kcidb.script().deny(401);

        String job = scheduleBuild(Map.of());
        awaitKcidb("UNAUTHORISED");
        knockAgain(3);

        assertThat(kcidb.posts()).isEqualTo(1);
        assertThat(linesAbout("KCIB0303")).isEqualTo(before + 1);
        assertThat(delivery()).isEqualTo("unauthorised");
        assertThat(bench.management("/health/ready").status()).isEqualTo(200);
        assertThat(submissionOf(job).getString("state")).isEqualTo("WAITING");
        assertThat(submissionOf(job).getString("last_error")).contains("401");

        kcidb.script().admit();
        database.clock().advance(LONG_ENOUGH);
        awaitDelivery(job);
        assertThat(submissionOf(job).getInt("attempts")).isZero();
        assertThat(delivery()).isEqualTo("reachable");
    }

    /** With nothing to send only the questions after what was sent can find out. */
    @Test
    void noticesAnOutageByWhatItFollows() {
        kcidb.script().ingestTime(Duration.ofDays(1));
        awaitDelivery(scheduleBuild(Map.of()));
        kcidb.script().deny(401);

        database.clock().advance(LONG_ENOUGH);

        awaitKcidb("UNAUTHORISED");
    }

    private String beginOutage() {
        kcidb.script().answerNext(100, Answer.text(503, "in trouble"));
        kcidb.script().on("GET", "/authtest").answerAll(Answer.text(503, "in trouble"));
        String job = scheduleBuild(Map.of());
        for (int failed = 1; failed < 3; failed++) {
            int attempts = failed;
            await("attempt " + attempts + " has failed")
                    .atMost(PATIENCE)
                    .until(() -> submissionOf(job).getInt("attempts", 0), counted -> counted == attempts);
            database.clock().advance(Duration.ofMinutes(1));
        }
        awaitKcidb("UNREACHABLE");
        return job;
    }

    /** The bridge finds out so many times more that nothing has changed. */
    private void knockAgain(int times) {
        for (int i = 0; i < times; i++) {
            int heard = kcidb.requests().to("GET", "/authtest").size();
            database.clock().advance(LONG_ENOUGH);
            kcidb.awaitRequests(heard + 1, "GET", "/authtest");
            await("it is noted")
                    .atMost(PATIENCE)
                    .until(() -> database.value("select due_at > now() from destination"), "t"::equals);
        }
    }

    private void awaitKcidb(String state) {
        await("KCIDB is " + state).atMost(PATIENCE).until(() -> kcidb().getString("state"), state::equals);
    }

    private JsonObject kcidb() {
        return api.get("/kcidb").json();
    }

    private String delivery() {
        return bench.management("/health/ready").json().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("kcidb"))
                .map(check -> check.getString("status") + " "
                        + check.getJsonObject("data").getString("delivery"))
                .findFirst()
                .orElseThrow()
                .replace("UP ", "");
    }

    private int linesAbout(String message) {
        try (var lines = Files.lines(bench.folder().resolve("server/log/server.log"))) {
            return (int) lines.filter(line -> line.contains(message)).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
