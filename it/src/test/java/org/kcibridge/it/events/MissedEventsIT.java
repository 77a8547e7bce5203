package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** Who was away is told what was missed, or that it cannot be told any more. */
@IntegrationTest
class MissedEventsIT extends BridgeTest {

    private Watcher watcher;

    @BeforeEach
    void watch() {
        watcher = Watcher.open(api);
    }

    @AfterEach
    void leave() {
        watcher.close();
    }

    @Test
    void tellsWhatWasMissedAndGoesOn() {
        long left = leave("jobs");
        tell("jobs", "a");
        tell("builds", "b");
        tell("jobs", "c");

        watcher.subscribe("jobs", left);
        tell("jobs", "d");

        assertThat(watcher.hearUpTo("jobs d X")).containsExactly("jobs a X", "jobs c X", "jobs d X");
    }

    @Test
    void takesUpChannelAfterChannel() {
        long left = leave("jobs");
        tell("jobs", "a");
        tell("builds", "b");
        tell("jobs", "c");

        watcher.subscribe("jobs", left);
        assertThat(watcher.hearUpTo("jobs c X")).containsExactly("jobs a X", "jobs c X");
        watcher.subscribe("builds", left);
        tell("jobs", "d");

        assertThat(watcher.hearUpTo("jobs d X")).containsExactly("builds b X", "jobs d X");
    }

    /** More than a node remembers, so that the database is asked. */
    @Test
    void tellsMoreThanTheNodeRemembers() {
        long left = leave("jobs");
        int many = 11_000;
        Told.ofMany(database, "jobs", many);

        watcher.subscribe("jobs", left);

        assertThat(watcher.hearUpTo("jobs " + many + " X"))
                .isEqualTo(IntStream.rangeClosed(1, many)
                        .mapToObj(i -> "jobs " + i + " X")
                        .toList());
    }

    @Test
    void saysWhatIsNotKeptAnyMore() {
        long left = leave("jobs");
        for (String object : List.of("a", "b", "c")) {
            tell("jobs", object);
        }
        // Of b, as c and then the event that told where we are come after it.
        long oldest = leave("jobs") - 2;
        database.update("delete from event.numbered where id < ?", oldest);

        watcher.say("{\"type\":\"subscribe\",\"channel\":\"jobs\",\"since\":%d}".formatted(left));

        assertGone("events after %d are not kept any more; the oldest is %d".formatted(left, oldest));
        watcher.subscribe("jobs", oldest - 1);
        assertThat(watcher.hearUpTo("jobs c X")).containsExactly("jobs b X", "jobs c X");
    }

    /** From another database, or before this one was restored. */
    @Test
    void knowsNothingOfTheFuture() {
        long newest = leave("jobs");

        watcher.say("{\"type\":\"subscribe\",\"channel\":\"jobs\",\"since\":%d}".formatted(newest + 1));

        assertGone("there is no event %d; the newest is %d".formatted(newest + 1, newest));
    }

    private void assertGone(String detail) {
        JsonObject answer = watcher.hear();
        assertThat(answer.getString("type")).isEqualTo("error");
        assertThat(answer.getString("code")).isEqualTo("gone");
        assertThat(answer.getString("detail")).isEqualTo(detail);
    }

    /** Where a client was that has been told of everything so far, and has gone. */
    private long leave(String channel) {
        try (Watcher before = Watcher.open(api)) {
            before.subscribe(channel);
            tell(channel, "the last one told");
            JsonObject event = before.hear();
            while (!event.getString("object").equals("the last one told")) {
                event = before.hear();
            }
            return event.getJsonNumber("id").longValueExact();
        }
    }

    private void tell(String channel, String object) {
        Told.of(database, channel, object);
    }
}
