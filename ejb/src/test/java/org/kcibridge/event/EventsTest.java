package org.kcibridge.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Who watches is called when there is something, and only as long as he watches. */
@UnitTest
class EventsTest {

    private static final Event FIRST = new Event(8, "jobs", "a job", "REQUESTED", Instant.EPOCH);

    private final Events events = new Events();
    private final List<String> calls = new ArrayList<>();
    private final Events.Watcher watcher = new Events.Watcher() {
        @Override
        public void eventsCame() {
            calls.add("came up to " + events.newest());
        }

        @Override
        public void eventsBeganAnew() {
            calls.add("anew from " + events.newest());
        }
    };

    @BeforeEach
    void begin() {
        events.begin(7);
        events.watch(watcher);
    }

    @Test
    void callsWhenEventsHaveCome() {
        events.take(List.of(FIRST));

        assertThat(calls).containsExactly("came up to 8");
        assertThat(events.after(7)).containsExactly(FIRST);
    }

    @Test
    void callsNobodyWhoHasLeft() {
        events.leave(watcher);

        events.take(List.of(FIRST));

        assertThat(calls).isEmpty();
    }

    @Test
    void tellsThatEventsWereLost() {
        events.begin(6);

        assertThat(calls).containsExactly("anew from 6");
    }

    @Test
    void makesNothingOfAConnectionThatCameBack() {
        events.begin(7);

        assertThat(calls).isEmpty();
    }
}
