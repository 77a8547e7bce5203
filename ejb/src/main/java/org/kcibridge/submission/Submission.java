package org.kcibridge.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.kcibridge.report.Report;

/**
 * One report queued for KCIDB. It is taken under a lease, whose id is the fence: whoever comes back with an older one
 * has been overtaken and changes nothing.
 */
@Entity
@Table(name = "submission")
public class Submission {

    private static final int LONGEST_ERROR = 4000;

    @Id
    private UUID id;

    @Column(name = "job_id")
    private UUID jobId;

    @Enumerated(EnumType.STRING)
    private SubmissionState state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private String document;

    @Column(updatable = false)
    private int objects;

    @Column(updatable = false)
    private int bytes;

    private int attempts;
    private int failures;

    @Column(name = "last_error")
    private String lastError;

    @Column(name = "kcidb_id")
    private String kcidbId;

    /** The delivery that KCIDB last took it with. */
    @Column(name = "delivery_id")
    private Long deliveryId;

    private UUID lease;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "due_at")
    private Instant dueAt;

    protected Submission() {
        // for JPA
    }

    public Submission(UUID id, UUID jobId, Report report, Instant now) {
        this.id = id;
        this.jobId = jobId;
        this.state = SubmissionState.WAITING;
        this.document = report.text();
        this.objects = report.size();
        this.bytes = document.getBytes(StandardCharsets.UTF_8).length;
        this.createdAt = now;
        this.changedAt = now;
        this.dueAt = now;
    }

    /** Whether this lease is the one under which it was last taken. */
    boolean isHeldUnder(UUID someLease) {
        return someLease.equals(lease);
    }

    void retry(String error, Instant now, Duration pause) {
        attempts++;
        lastError = shortened(error);
        move(SubmissionState.RETRY, now, now.plus(pause));
    }

    /** It was not even looked at: that was no attempt. */
    void putBack(String why, Instant now) {
        lastError = shortened(why);
        move(state, now, now);
    }

    void notProcessed(String error, Instant now, Duration pause) {
        failures++;
        retry(error, now, pause);
    }

    void dead(String error, Instant now) {
        lastError = shortened(error);
        move(SubmissionState.DEAD, now, null);
    }

    /**
     * An operator or a job wants it tried now, as if it had never failed. One that is just being sent is left alone.
     *
     * @return whether it will be
     */
    boolean driveAgain(Instant now) {
        boolean stuck = state == SubmissionState.DEAD || state == SubmissionState.RETRY;
        if (stuck && lease == null) {
            failures = 0;
            move(SubmissionState.WAITING, now, now);
            return true;
        }
        return false;
    }

    private void move(SubmissionState next, Instant now, Instant due) {
        state = next;
        lease = null;
        changedAt = now;
        dueAt = due;
    }

    private static String shortened(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    }

    public UUID id() {
        return id;
    }

    public Optional<UUID> jobId() {
        return Optional.ofNullable(jobId);
    }

    public SubmissionState state() {
        return state;
    }

    /** Whether KCIDB has it, processed or not. */
    public boolean isDelivered() {
        return state == SubmissionState.SENT || state == SubmissionState.CONFIRMED;
    }

    /** The KCIDB document, as JSON text. */
    public String document() {
        return document;
    }

    public int objects() {
        return objects;
    }

    /** How many attempts to send it have failed. */
    public int attempts() {
        return attempts;
    }

    /** How often KCIDB took it and then failed to process it. */
    public int failures() {
        return failures;
    }

    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** The id KCIDB gave to the batch it went out with. */
    public Optional<String> kcidbId() {
        return Optional.ofNullable(kcidbId);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }
}
