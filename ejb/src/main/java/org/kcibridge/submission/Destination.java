package org.kcibridge.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kcibridge.heartbeat.Backoff;

/**
 * Who we deliver to, as we last found it. While it cannot be reached nothing is tried, so that waiting submissions use up
 * no attempts; from time to time one node knocks, and when it is heard, all go on.
 */
@Entity
@Table(name = "destination")
public class Destination {

    /** A single post may fail for what is in it. Three in a row, of different batches, fail for what is on the way. */
    private static final int TOLERATED = 2;

    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    private static final Duration UNTIL_TOKEN_IS_MENDED = Duration.ofMinutes(1);

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private DestinationState state;

    private int failures;
    private String reason;
    private Instant since;

    @Column(name = "due_at")
    private Instant dueAt;

    protected Destination() {
        // for JPA
    }

    Destination(String id, Instant now) {
        this.id = id;
        this.state = DestinationState.REACHABLE;
        this.since = now;
    }

    /** A post came through, whether or not its content was liked. */
    void succeeded(Instant now) {
        failures = 0;
        answeredKnock(now);
    }

    /** It answered a knock. The next post that fails all the same closes it again, for longer. */
    void answeredKnock(Instant now) {
        move(DestinationState.REACHABLE, null, null, now);
    }

    /** A post or a knock failed. */
    void failed(Answer.Unavailable answer, Instant now) {
        failures++;
        Duration asked = answer.retryAfter().orElse(Duration.ZERO);
        if (failures > TOLERATED || !asked.isZero() || state != DestinationState.REACHABLE) {
            Duration pause = PAUSES.after(Math.max(0, failures - TOLERATED - 1));
            Instant due = now.plus(pause.compareTo(asked) < 0 ? asked : pause);
            move(DestinationState.UNREACHABLE, answer.text(), due, now);
        }
    }

    void refusedUs(Answer.Unauthorised answer, Instant now) {
        move(DestinationState.UNAUTHORISED, answer.text(), now.plus(UNTIL_TOKEN_IS_MENDED), now);
    }

    private void move(DestinationState next, String why, Instant due, Instant now) {
        if (state != next) {
            since = now;
        }
        state = next;
        reason = why;
        dueAt = due;
    }

    /** Whether nothing is amiss and nothing was. */
    boolean isSound() {
        return isReachable() && failures == 0;
    }

    public boolean isReachable() {
        return state == DestinationState.REACHABLE;
    }

    public DestinationState state() {
        return state;
    }

    /** What it last answered while it was not reachable. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Since when it has been as it is. */
    public Instant since() {
        return since;
    }

    /** When it is tried again. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }
}
