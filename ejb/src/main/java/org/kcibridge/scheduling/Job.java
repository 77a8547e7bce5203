package org.kcibridge.scheduling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kcibridge.runner.Order;

/**
 * One piece of work given to a runner. It is stored before the runner hears of it, under an id that the runner repeats,
 * so that a crash at any moment leaves something to go on from: a REQUESTED job that is due is sent (again), a SUBMITTED
 * one that is due is asked about. The first final news end it, and whatever comes later changes nothing.
 */
@Entity
@Table(name = "job")
public class Job {

    private static final int LONGEST_ERROR = 2000;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private JobKind kind;

    @Enumerated(EnumType.STRING)
    private JobState state;

    private String runner;

    @Column(name = "runner_uid")
    private String runnerUid;

    private String origin;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String request;

    @Column(name = "callback_secret", updatable = false)
    private String callbackSecret;

    @Column(name = "build_id")
    private String buildId;

    private int attempts;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "cancel_wanted_at")
    private Instant cancelWantedAt;

    @Column(name = "cancel_told_at")
    private Instant cancelToldAt;

    protected Job() {
        // for JPA
    }

    /**
     * @param patience how long whoever opened the job has to hand it over before somebody else does
     */
    public Job(UUID id, WorkRequest request, String origin, String callbackSecret, Instant now, Duration patience) {
        this.id = id;
        this.kind = request.kind();
        this.state = JobState.REQUESTED;
        this.runner = request.runner();
        this.origin = origin;
        this.request = WorkRequestJson.write(request).toString();
        this.buildId = request instanceof TestRequest test ? test.buildId() : null;
        this.callbackSecret = callbackSecret;
        this.createdAt = now;
        this.changedAt = now;
        this.dueAt = now.plus(patience);
    }

    /**
     * The runner has it. News may have overtaken the runner's answer, so this can be the second time we hear of the id.
     *
     * @return whether that moved the job forward
     */
    public boolean submitted(String uid, Instant now, Duration deadline) {
        if (state != JobState.REQUESTED) {
            return false;
        }
        runnerUid = uid;
        attempts = 0;
        lastError = null;
        move(JobState.SUBMITTED, now);
        dueAt = isUnwanted() ? now : now.plus(deadline);
        return true;
    }

    /** The runner refused it. @return whether that moved the job forward */
    public boolean rejected(String reason, Instant now) {
        if (state != JobState.REQUESTED) {
            return false;
        }
        fail(reason);
        end(JobState.REJECTED, now);
        return true;
    }

    /**
     * An operator wants it to end. That is only noted: whoever looks at it next sees to it, and a crash changes nothing.
     *
     * @param patience how long somebody who is just handing it over may still be at it
     * @return whether that is possible: not when it is over
     */
    public boolean cancel(Instant now, Duration patience) {
        if (state.isEnd()) {
            return false;
        }
        if (!isUnwanted()) {
            cancelWantedAt = now;
            changedAt = now;
            Instant latest = state == JobState.REQUESTED ? now.plus(patience) : now;
            dueAt = dueAt.isBefore(latest) ? dueAt : latest;
        }
        return true;
    }

    /** It is not wanted any more, and the runner does not have it as far as we know. @return whether that ended it */
    public boolean cancelled(Instant now) {
        if (state != JobState.REQUESTED || !isUnwanted()) {
            return false;
        }
        fail("cancelled before the runner had it");
        end(JobState.CANCELLED, now);
        return true;
    }

    /** The runner was told to stop; what it says of that comes as news, or has to be asked for. */
    public void toldToStop(Instant now, Duration pause) {
        if (state == JobState.SUBMITTED) {
            cancelToldAt = now;
            attempts = 0;
            changedAt = now;
            dueAt = now.plus(pause);
        }
    }

    /** Whoever opened it does not hand it over; somebody else may at once. */
    public void left(Instant now) {
        if (state == JobState.REQUESTED) {
            dueAt = now;
        }
    }

    /** The runner could not be reached to give it the job; try again later. */
    public void postponed(String reason, Instant now, Duration pause) {
        if (state == JobState.REQUESTED) {
            fail(reason);
            attempts++;
            changedAt = now;
            dueAt = now.plus(pause);
        }
    }

    /** The runner could not be reached to ask about the job; try again later. */
    public void unasked(String reason, Instant now, Duration pause) {
        if (state == JobState.SUBMITTED) {
            fail(reason);
            changedAt = now;
            dueAt = now.plus(pause);
        }
    }

    /** The runner was asked about it; the answer goes through the inbox like any other news. */
    public void asked(Instant now, Duration deadline) {
        if (state == JobState.SUBMITTED) {
            attempts++;
            changedAt = now;
            dueAt = now.plus(deadline);
        }
    }

    /** Its result is reported. The uid that brought it is the one that counts. */
    public void finished(String uid, String reportedBuild, Instant now) {
        requireUnreported();
        runnerUid = uid;
        buildId = reportedBuild;
        lastError = null;
        end(JobState.FINISHED, now);
    }

    /** It is reported that its result never came. */
    public void lost(String reportedBuild, Instant now) {
        requireUnreported();
        buildId = reportedBuild;
        fail("the runner never told how it ended");
        end(JobState.LOST, now);
    }

    private void requireUnreported() {
        if (state.isReported()) {
            throw new IllegalStateException("job %s is already %s".formatted(id, state));
        }
    }

    private void end(JobState end, Instant now) {
        move(end, now);
        dueAt = null;
    }

    private void move(JobState next, Instant now) {
        state = next;
        changedAt = now;
    }

    private void fail(String reason) {
        lastError = reason.length() > LONGEST_ERROR ? reason.substring(0, LONGEST_ERROR) : reason;
    }

    public UUID id() {
        return id;
    }

    public JobKind kind() {
        return kind;
    }

    public JobState state() {
        return state;
    }

    public String runner() {
        return runner;
    }

    public Optional<String> runnerUid() {
        return Optional.ofNullable(runnerUid);
    }

    /** Whether the runner knows it by this id. */
    public boolean knownAs(String uid) {
        return uid.equals(runnerUid);
    }

    public String origin() {
        return origin;
    }

    public WorkRequest request() {
        return WorkRequestJson.read(kind, request);
    }

    /** What the runner was asked to do. */
    public Order order() {
        return request().order(id);
    }

    public String callbackSecret() {
        return callbackSecret;
    }

    /** KCIDB's id of the build: the one that is tested, or the one this job led to once that is reported. */
    public Optional<String> buildId() {
        return Optional.ofNullable(buildId);
    }

    /** How often it was tried in its present state without getting further. */
    public int attempts() {
        return attempts;
    }

    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** When somebody has to look at it next; empty when it is over. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /** Whether an operator wants it to end, or wanted it to. */
    public boolean isUnwanted() {
        return cancelWantedAt != null;
    }

    /** Whether the runner has it and has yet to be told to stop. */
    public boolean isToBeStopped() {
        return state == JobState.SUBMITTED && isUnwanted() && cancelToldAt == null;
    }

    /** When an operator cancelled it. */
    public Optional<Instant> cancelWantedAt() {
        return Optional.ofNullable(cancelWantedAt);
    }

    /**
     * Whether its work is done for good, so that it is not done again. What was built may be built anew, as branches move
     * on; and of what was cancelled nobody can say that it was done.
     */
    boolean isDoneForGood() {
        return state == JobState.FINISHED && kind != JobKind.BUILD && !isUnwanted();
    }
}
