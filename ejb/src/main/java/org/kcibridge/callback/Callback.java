package org.kcibridge.callback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A runner's callback as it came. It waits to be applied, is parked while its job is unknown, waits for what it points to,
 * and ends applied, ignored or in quarantine, from where an operator can have it tried again; the body stays what it was.
 */
@Entity
@Table(name = "callback")
public class Callback {

    private static final int LONGEST_REASON = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "callback_seq")
    @SequenceGenerator(name = "callback_seq", sequenceName = "callback_seq", allocationSize = 1)
    private long id;

    private String runner;
    private String door;

    @Column(name = "job_id")
    private UUID jobId;

    @Enumerated(EnumType.STRING)
    private Proof proof;

    @Column(updatable = false)
    private byte[] body;

    @Column(name = "body_sha256")
    private String bodySha256;

    @Enumerated(EnumType.STRING)
    private CallbackState state;

    private String reason;
    private int attempts;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    protected Callback() {
        // for JPA; rows are made by CallbackInbox
    }

    public boolean isClosed() {
        return dueAt == null;
    }

    /** It turned out which job it is about. */
    public void concerns(UUID job) {
        jobId = job;
    }

    public void applied(Instant now) {
        close(CallbackState.APPLIED, null, now);
    }

    public void ignored(String why, Instant now) {
        close(CallbackState.IGNORED, why, now);
    }

    public void quarantined(String why, Instant now) {
        close(CallbackState.QUARANTINED, why, now);
    }

    /** Its job is not known yet. */
    public void parked(String why, Instant now, Duration pause) {
        state = CallbackState.PARKED;
        postponed(why, now, pause);
    }

    /** It points to something that has to be fetched first. */
    public void fetching(Instant now) {
        state = CallbackState.FETCHING;
        reason = null;
        attempts = 0;
        dueAt = now;
    }

    /** An operator wants it tried again. @return whether it was put aside, so that there is something to try */
    public boolean retry(Instant now) {
        if (state != CallbackState.QUARANTINED) {
            return false;
        }
        state = CallbackState.RECEIVED;
        attempts = 0;
        closedAt = null;
        dueAt = now;
        return true;
    }

    /** It could not be applied now; that says nothing about the callback. */
    public void postponed(String why, Instant now, Duration pause) {
        reason = shortened(why);
        attempts++;
        dueAt = now.plus(pause);
    }

    private void close(CallbackState end, String why, Instant now) {
        state = end;
        reason = shortened(why);
        closedAt = now;
        dueAt = null;
    }

    private static String shortened(String why) {
        return why == null || why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
    }

    public long id() {
        return id;
    }

    public String runner() {
        return runner;
    }

    /** The path it came in by: build, test or boot. */
    public String door() {
        return door;
    }

    /** The job its address or secret named; empty when only the body can tell. */
    public Optional<UUID> jobId() {
        return Optional.ofNullable(jobId);
    }

    public Proof proof() {
        return proof;
    }

    public byte[] body() {
        return body.clone();
    }

    public CallbackState state() {
        return state;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public int attempts() {
        return attempts;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** When it is looked at next; empty when it is dealt with. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
