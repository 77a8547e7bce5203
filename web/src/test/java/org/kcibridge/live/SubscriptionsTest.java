package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kcibridge.event.Channel;
import org.kcibridge.event.Event;
import org.kcibridge.kind.UnitTest;

/** From wherever a channel is told, nothing is told twice or left out. */
@UnitTest
class SubscriptionsTest {

    private static final int PORTION = 2;

    private final List<Event> log = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();

    @Test
    void tellsNothingUnasked() {
        happens("jobs", "jobs");

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOfTheChannelFromThereOn() {
        happens("jobs", "builds", "jobs", "builds", "jobs");

        subscriptions.add(Channel.JOBS, 1);

        assertThat(subscriptions.after(Channel.JOBS)).isEqualTo(1);
        assertThat(told()).containsExactly(3L, 5L);
        happens("builds", "jobs");
        assertThat(told()).containsExactly(7L);
    }

    @Test
    void tellsOfSeveralChannelsInTheOrderOfEvents() {
        happens("jobs", "builds", "tests", "builds", "jobs");

        subscriptions.add(Channel.JOBS, 0);
        subscriptions.add(Channel.BUILDS, 0);

        assertThat(told()).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void goesBackForAChannelAndTellsTheOthersNothingTwice() {
        happens("jobs", "builds", "jobs", "builds");
        subscriptions.add(Channel.JOBS, 0);
        assertThat(told()).containsExactly(1L, 3L);

        subscriptions.add(Channel.BUILDS, 0);
        happens("jobs", "builds");

        assertThat(told()).containsExactly(2L, 4L, 5L, 6L);
    }

    /** What has been read and not told is read again. */
    @Test
    void goesBackInTheMiddleOfWhatItRead() {
        happens("jobs", "builds", "jobs", "builds");
        subscriptions.add(Channel.JOBS, 2);
        assertThat(next()).hasValue(3L);

        subscriptions.add(Channel.BUILDS, 1);

        assertThat(told()).containsExactly(2L, 4L);
    }

    @Test
    void waitsWithAChannelUntilItIsToBeTold() {
        happens("jobs", "builds", "builds", "jobs", "builds");
        subscriptions.add(Channel.JOBS, 0);

        subscriptions.add(Channel.BUILDS, 3);

        assertThat(subscriptions.after(Channel.BUILDS)).isEqualTo(3);
        assertThat(told()).containsExactly(1L, 4L, 5L);
    }

    @Test
    void tellsAChannelAnewWhenAsked() {
        happens("jobs", "builds", "jobs");
        subscriptions.add(Channel.JOBS, 0);
        subscriptions.add(Channel.BUILDS, 0);
        assertThat(told()).containsExactly(1L, 2L, 3L);

        subscriptions.add(Channel.JOBS, 1);

        assertThat(told()).containsExactly(3L);
    }

    @Test
    void stopsTellingAtOnce() {
        happens("jobs", "builds", "jobs", "builds");
        subscriptions.add(Channel.JOBS, 0);
        subscriptions.add(Channel.BUILDS, 0);
        assertThat(next()).hasValue(1L);

        subscriptions.remove(Channel.JOBS);

        assertThat(subscriptions.contains(Channel.JOBS)).isFalse();
        assertThat(told()).containsExactly(2L, 4L);
    }

    @Test
    void beginsWhereItIsToldAfterItWatchedNothing() {
        happens("jobs", "jobs");
        subscriptions.add(Channel.JOBS, 0);
        assertThat(next()).hasValue(1L);
        subscriptions.remove(Channel.JOBS);
        happens("jobs", "jobs");

        subscriptions.add(Channel.JOBS, 3);

        assertThat(subscriptions.after(Channel.JOBS)).isEqualTo(3);
        assertThat(told()).containsExactly(4L);
    }

    @Test
    void saysHowFarItIs() {
        happens("jobs", "builds", "builds");
        subscriptions.add(Channel.JOBS, 0);

        assertThat(told()).containsExactly(1L);

        assertThat(subscriptions.after(Channel.JOBS)).isEqualTo(3);
    }

    @Test
    void passesOverWhatOnlyANewerNodeKnows() {
        happens("weather", "jobs");
        subscriptions.add(Channel.JOBS, 0);

        assertThat(told()).containsExactly(2L);
    }

    private void happens(String... channels) {
        for (String channel : channels) {
            log.add(new Event(log.size() + 1, channel, "an object", null, Instant.EPOCH));
        }
    }

    private Optional<Long> next() {
        return subscriptions.next(this::read).map(Event::id);
    }

    private List<Long> told() {
        List<Long> told = new ArrayList<>();
        for (Optional<Long> next = next(); next.isPresent(); next = next()) {
            told.add(next.get());
        }
        return told;
    }

    private List<Event> read(long after) {
        return log.stream().filter(event -> event.id() > after).limit(PORTION).toList();
    }
}
