package org.kcibridge.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** What is remembered of the newest events, and what is not claimed to be. */
@UnitTest
class RecentEventsTest {

    private static final int ALL = 100;

    private final RecentEvents recent = new RecentEvents(3);

    @Test
    void hasNothingToTellAtFirst() {
        recent.begin(7);

        assertThat(recent.newest()).isEqualTo(7);
        assertThat(recent.after(7, ALL)).hasValue(List.of());
    }

    @Test
    void tellsWhatCameAfterAnEvent() {
        recent.begin(7);
        recent.add(events(8, 10));

        assertThat(recent.newest()).isEqualTo(10);
        assertThat(recent.after(7, ALL)).hasValue(events(8, 10));
        assertThat(recent.after(9, ALL)).hasValue(events(10, 10));
        assertThat(recent.after(10, ALL)).hasValue(List.of());
    }

    @Test
    void tellsAFewAtATime() {
        recent.begin(7);
        recent.add(events(8, 10));

        assertThat(recent.after(7, 2)).hasValue(events(8, 9));
    }

    @Test
    void doesNotKnowWhatCameBeforeIt() {
        recent.begin(7);
        recent.add(events(8, 9));

        assertThat(recent.after(6, ALL)).isEmpty();
    }

    @Test
    void doesNotKnowWhatItHasForgotten() {
        recent.begin(7);
        recent.add(events(8, 12));

        assertThat(recent.after(8, ALL)).isEmpty();
        assertThat(recent.after(9, ALL)).hasValue(events(10, 12));
    }

    /** Another node is ahead, and a client comes from there. */
    @Test
    void hasNothingToTellToThoseWhoKnowMore() {
        recent.begin(7);
        recent.add(events(8, 9));

        assertThat(recent.after(11, ALL)).hasValue(List.of());
    }

    @Test
    void beginsAnew() {
        recent.begin(7);
        recent.add(events(8, 9));

        recent.begin(4);

        assertThat(recent.newest()).isEqualTo(4);
        assertThat(recent.after(4, ALL)).hasValue(List.of());
        assertThat(recent.after(3, ALL)).isEmpty();
    }

    private static List<Event> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> new Event(id, "jobs", "a job", "REQUESTED", Instant.EPOCH))
                .toList();
    }
}
