package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.live.NotUnderstood.Fault;

/** One client, from its first message to its end. */
@UnitTest
class LiveSessionTest {

    private static final long START = Long.MAX_VALUE - 5;

    private final EventsInMemory events = new EventsInMemory();
    private final ListeningLine line = new ListeningLine();
    private final LiveSession session = new LiveSession(line, events, Runnable::run, START);

    @Test
    void tellsWhatHappensFromNowOn() {
        events.happens("jobs");
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");
        events.happens("jobs", "builds");
        session.wake();

        assertThat(line.sent)
                .containsExactly("{\"type\":\"subscribed\",\"channel\":\"jobs\",\"after\":1}", event("jobs", 2));
    }

    @Test
    void tellsWhatWasMissed() {
        events.happens("jobs", "builds", "jobs");

        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\",\"since\":1}");

        assertThat(line.sent)
                .containsExactly("{\"type\":\"subscribed\",\"channel\":\"jobs\",\"after\":1}", event("jobs", 3));
    }

    /** Who asks twice is not told less than who asks once. */
    @Test
    void subscribesOnceOnly() {
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");
        events.happens("jobs");

        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");

        assertThat(line.sent)
                .containsExactly(
                        "{\"type\":\"subscribed\",\"channel\":\"jobs\",\"after\":0}",
                        "{\"type\":\"subscribed\",\"channel\":\"jobs\",\"after\":0}",
                        event("jobs", 1),
                        "{\"type\":\"subscribed\",\"channel\":\"jobs\",\"after\":1}");
    }

    @Test
    void stopsTelling() {
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");
        session.received("{\"type\":\"unsubscribe\",\"channel\":\"jobs\"}");
        events.happens("jobs");
        session.wake();

        assertThat(line.sent)
                .containsExactly(
                        "{\"type\":\"subscribed\",\"channel\":\"jobs\",\"after\":0}",
                        "{\"type\":\"unsubscribed\",\"channel\":\"jobs\"}");
    }

    /** What was read ahead for a channel is not told after its end was acknowledged. */
    @Test
    void tellsNothingOfAChannelAfterItsEnd() {
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");
        line.stopReading();
        events.happens("jobs", "jobs", "jobs");
        session.wake();

        session.received("{\"type\":\"unsubscribe\",\"channel\":\"jobs\"}");
        line.readOn();

        assertThat(line.sent.subList(1, line.sent.size()))
                .containsExactly(event("jobs", 1), "{\"type\":\"unsubscribed\",\"channel\":\"jobs\"}");
    }

    @Test
    void saysWhatIsWrongAndGoesOn() {
        session.received("hello");
        session.refuse(new NotUnderstood(Fault.MALFORMED, "messages are text"));
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");

        assertThat(line.sent)
                .containsExactly(
                        "{\"type\":\"error\",\"code\":\"malformed\",\"detail\":\"the message is not JSON\"}",
                        "{\"type\":\"error\",\"code\":\"malformed\",\"detail\":\"messages are text\"}",
                        "{\"type\":\"subscribed\",\"channel\":\"jobs\",\"after\":0}");
        assertThat(line.closed).isNull();
    }

    @Test
    void saysThatWhatIsAskedForIsGone() {
        events.happens("jobs", "jobs", "jobs");
        events.forgetBefore(3);

        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\",\"since\":1}");
        events.happens("jobs");
        session.wake();

        assertThat(line.sent)
                .containsExactly("{\"type\":\"error\",\"code\":\"gone\",\"detail\":\"events after 1 are gone\"}");
    }

    @Test
    void outlivesADatabaseThatIsAway() {
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");
        events.happens("jobs");
        events.goAway(true);
        session.wake();
        session.received("{\"type\":\"subscribe\",\"channel\":\"builds\",\"since\":0}");

        assertThat(line.sent.subList(1, line.sent.size()))
                .containsExactly("{\"type\":\"error\",\"code\":\"unavailable\","
                        + "\"detail\":\"events cannot be read at the moment; try again later\"}");
        events.goAway(false);
        session.beat(START);
        assertThat(line.sent).endsWith(event("jobs", 1));
    }

    @Test
    void dropsWhoDoesNotKeepUp() {
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");
        line.stopReading();
        events.happens("jobs");
        session.wake();
        events.happens("jobs", "jobs");
        events.forgetBefore(3);

        line.readOn();

        assertThat(line.closed).isEqualTo("VIOLATED_POLICY too slow: events that were not read are not kept any more");
    }

    @Test
    void dropsWhoAsksAndDoesNotRead() {
        line.stopReading();
        for (int i = 0; i <= LiveSession.MOST_ANSWERS; i++) {
            session.received("{}");
        }
        assertThat(line.closed).isNull();

        session.received("{}");

        assertThat(line.closed).isEqualTo("VIOLATED_POLICY too many requests whose answers are not read");
    }

    @Test
    void asksForSignsOfLife() {
        session.beat(START + LiveSession.LONGEST_SILENCE.toNanos());

        assertThat(line.pings).isEqualTo(1);
        assertThat(line.closed).isNull();
    }

    /** The clock may start anywhere and runs over. */
    @Test
    void dropsWhoGivesNoSignOfLife() {
        session.heard(START + 10);
        session.beat(START + 10 + LiveSession.LONGEST_SILENCE.toNanos());
        assertThat(line.closed).isNull();

        session.beat(START + 11 + LiveSession.LONGEST_SILENCE.toNanos());

        assertThat(line.closed)
                .isEqualTo("VIOLATED_POLICY no sign of life: pings are not answered, or nothing is read");
    }

    @Test
    void letsNobodyStayForEver() {
        long hour = Duration.ofHours(1).toNanos();
        session.heard(START + hour);
        session.beat(START + hour);
        assertThat(line.closed).isNull();

        session.beat(START + hour + 1);

        assertThat(line.closed).isEqualTo("SERVICE_RESTART log in again; with since nothing is missed");
    }

    @Test
    void endsOnce() {
        session.end(CloseCodes.GOING_AWAY, "the bridge is stopping");
        session.end(CloseCodes.VIOLATED_POLICY, "and another reason");
        session.received("{\"type\":\"subscribe\",\"channel\":\"jobs\"}");

        assertThat(line.closed).isEqualTo("GOING_AWAY the bridge is stopping");
        assertThat(line.sent).isEqualTo(List.of());
    }

    private static String event(String channel, long id) {
        return "{\"type\":\"event\",\"channel\":\"%s\",\"id\":%d,\"object\":\"an object\",\"state\":\"SOMEHOW\",\"at\":\"1970-01-01T00:00:00Z\"}"
                .formatted(channel, id);
    }
}
