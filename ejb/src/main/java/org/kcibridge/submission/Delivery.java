package org.kcibridge.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.kcibridge.identity.Sha256;

/**
 * One attempt to post a batch to KCIDB, and what came of it: the trail an operator follows. It is written before the post,
 * so that one whose answer nobody heard is known too.
 */
@Entity
@Table(name = "delivery")
public class Delivery {

    private static final int LONGEST_ANSWER = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_seq")
    @SequenceGenerator(name = "delivery_seq", sequenceName = "delivery_seq", allocationSize = 1)
    private long id;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Column(name = "posted_at")
    private Instant postedAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    private int submissions;
    private int objects;
    private int bytes;
    private String sha256;

    @Column(name = "http_status")
    private Integer httpStatus;

    private String answer;

    @Column(name = "kcidb_id")
    private String kcidbId;

    private UUID lease;

    @Column(name = "due_at")
    private Instant dueAt;

    protected Delivery() {
        // for JPA
    }

    Delivery(Batch batch, Instant postedAt) {
        byte[] body = batch.document().getBytes(StandardCharsets.UTF_8);
        this.state = DeliveryState.POSTED;
        this.postedAt = postedAt;
        this.submissions = batch.ids().size();
        this.objects = batch.objects();
        this.bytes = body.length;
        this.sha256 = Sha256.hex(body);
    }

    /** What KCIDB said to it, or that it said nothing. */
    void answered(Answer heard, Instant now, Duration lookAgain) {
        answeredAt = now;
        httpStatus = heard.httpStatus().isPresent() ? heard.httpStatus().getAsInt() : null;
        answer = heard.text().substring(0, Math.min(heard.text().length(), LONGEST_ANSWER));
        if (heard instanceof Answer.Taken taken) {
            kcidbId = taken.id();
            state = DeliveryState.SPOOLED;
            dueAt = now.plus(lookAgain);
        } else {
            state = heard instanceof Answer.Refused ? DeliveryState.REFUSED : DeliveryState.NOT_TAKEN;
        }
    }

    /** It is looked at again later. */
    void stillUnderWay(Instant now, Duration lookAgain) {
        lease = null;
        dueAt = now.plus(lookAgain);
    }

    /** KCIDB is done with it, one way or the other. */
    void ended(boolean processed) {
        state = processed ? DeliveryState.PROCESSED : DeliveryState.FAILED;
        lease = null;
        dueAt = null;
    }

    /** Whether it is still followed, and under this lease. */
    boolean isHeldUnder(UUID someLease) {
        return state == DeliveryState.SPOOLED && someLease.equals(lease);
    }

    public long id() {
        return id;
    }

    public DeliveryState state() {
        return state;
    }

    public Instant postedAt() {
        return postedAt;
    }

    /** When KCIDB answered, or when we gave up on it; empty while it is under way and when the posting node died. */
    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** How many submissions it carries. */
    public int submissions() {
        return submissions;
    }

    /** How many KCIDB objects it carries; what several submissions name is carried once. */
    public int objects() {
        return objects;
    }

    /** How long the body was. */
    public int bytes() {
        return bytes;
    }

    /** Of the body, in hexadecimal digits; kept for ever. */
    public String sha256() {
        return sha256;
    }

    public OptionalInt httpStatus() {
        return httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
    }

    /** What KCIDB said, or what went wrong, in a line. */
    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    /** The id KCIDB gave to it. */
    public Optional<String> kcidbId() {
        return Optional.ofNullable(kcidbId);
    }
}
