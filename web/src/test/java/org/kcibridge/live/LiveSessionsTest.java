package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Many clients. */
@UnitTest
class LiveSessionsTest {

    private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"channel\":\"jobs\"}";

    private final EventsInMemory events = new EventsInMemory();
    private final LiveSessions sessions = new LiveSessions();

    @BeforeEach
    void begin() {
        sessions.events = events;
        sessions.executor = Runnable::run;
    }

    @Test
    void tellsEachButTheOneThatDoesNotRead() {
        List<ListeningLine> lines = open(3);
        lines.get(1).stopReading();
        events.happens("jobs", "jobs");

        sessions.eventsCame();

        assertThat(lines).extracting(line -> line.sent.size()).containsExactly(3, 2, 3);
    }

    @Test
    void takesNoMoreThanItCan() {
        List<ListeningLine> lines = open(LiveSessions.MOST);
        ListeningLine late = open(1).get(0);

        assertThat(lines).extracting(line -> line.closed).containsOnlyNulls();
        assertThat(late.closed).isEqualTo("TRY_AGAIN_LATER too many sessions; try again later");
        assertThat(late.sent).isEmpty();
    }

    @Test
    void hasRoomAgainWhenOneLeaves() {
        open(LiveSessions.MOST - 1);
        LiveSession last = sessions.open(new ListeningLine());

        sessions.closed(last);

        assertThat(open(1).get(0).closed).isNull();
    }

    @Test
    void keepsNothingOfThoseThatItTurnedAway() {
        open(LiveSessions.MOST - 1);
        LiveSession last = sessions.open(new ListeningLine());
        open(10);

        sessions.closed(last);

        assertThat(open(1).get(0).closed).isNull();
    }

    @Test
    void looksAfterAll() {
        List<ListeningLine> lines = open(2);

        sessions.beat();

        assertThat(lines).extracting(line -> line.pings).containsExactly(1, 1);
    }

    @Test
    void endsAllWhenEventsWereLost() {
        List<ListeningLine> lines = open(2);

        sessions.eventsBeganAnew();

        assertThat(lines)
                .extracting(line -> line.closed)
                .containsOnly("SERVICE_RESTART the database has lost events: subscribe anew and read what you watch");
    }

    private List<ListeningLine> open(int count) {
        return Stream.generate(ListeningLine::new)
                .limit(count)
                .peek(line -> sessions.open(line).received(SUBSCRIBE))
                .toList();
    }
}
