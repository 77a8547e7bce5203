package org.kcibridge.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/**
 * Whatever happens to a job, in every order and as often as one likes: it is reported at most once, never leaves an end
 * but for its result, and is due exactly while it is not over. All histories of up to {@value #LONGEST} events are tried.
 */
@UnitTest
class JobHistoriesTest {

    private static final int LONGEST = 5;
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(2);

    /** What may happen, as the beans let it happen: they look whether a job is over before they end it. */
    private enum Event {
        TAKEN(job -> job.submitted("first", NOW, PAUSE)),
        TAKEN_AGAIN(job -> job.submitted("second", NOW, PAUSE)),
        REFUSED(job -> job.rejected("no", NOW)),
        AWAY(job -> job.postponed("away", NOW, PAUSE)),
        LEFT(job -> job.left(NOW)),
        ASKED(job -> job.asked(NOW, PAUSE)),
        NOT_ASKED(job -> job.unasked("away", NOW, PAUSE)),
        CANCELLED_BY_OPERATOR(job -> job.cancel(NOW, PAUSE)),
        NOT_HANDED_OVER(job -> job.cancelled(NOW)),
        STOPPED(job -> job.toldToStop(NOW, PAUSE)),
        RESULT(job -> {
            if (!job.state().isReported()) {
                job.finished("first", "riscv:b", NOW);
            }
        }),
        TIMED_OUT(job -> {
            if (!job.state().isEnd()) {
                job.lost("riscv:b", NOW);
            }
        });

        private final Consumer<Job> deed;

        Event(Consumer<Job> deed) {
            this.deed = deed;
        }
    }

    private int histories;

    @Test
    void endWhereTheyMust() {
        live(new ArrayList<>());

        assertThat(histories).isEqualTo((int) Math.pow(Event.values().length, LONGEST));
    }

    private void live(List<Event> history) {
        if (history.size() == LONGEST) {
            histories++;
            check(history);
            return;
        }
        for (Event next : Event.values()) {
            history.add(next);
            live(history);
            history.remove(history.size() - 1);
        }
    }

    private static void check(List<Event> history) {
        Job job = new Job(UUID.randomUUID(), Requests.test(), "riscv", "secret", NOW, PAUSE);
        for (Event event : history) {
            JobState before = job.state();
            event.deed.accept(job);
            if (!isStep(before, job.state())
                    || job.state().isEnd() == job.dueAt().isPresent()) {
                throw new AssertionError(
                        "%s: %s, then %s, due %s".formatted(history, before, job.state(), job.dueAt()));
            }
        }
        boolean told = history.contains(Event.RESULT) || history.contains(Event.TIMED_OUT);
        if (job.state().isReported() && !told) {
            throw new AssertionError(history + ": reported, and nobody told of an end");
        }
    }

    /** An end is left by nothing but a result that was given up too early. */
    private static boolean isStep(JobState before, JobState after) {
        return after == before
                || !before.isEnd() && after != JobState.REQUESTED
                || !before.isReported() && after == JobState.FINISHED;
    }
}
