package org.kcibridge.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.kcibridge.identity.Sha256;

/** One attempt to post a batch to KCIDB, and what came back: the trail an operator follows. */
@Entity
@Table(name = "delivery")
public class Delivery {

    private static final int LONGEST_ANSWER = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_seq")
    @SequenceGenerator(name = "delivery_seq", sequenceName = "delivery_seq", allocationSize = 1)
    private long id;

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

    protected Delivery() {
        // for JPA
    }

    Delivery(Batch batch, Instant postedAt, Answer answer, Instant answeredAt) {
        byte[] body = batch.document().getBytes(StandardCharsets.UTF_8);
        this.postedAt = postedAt;
        this.answeredAt = answeredAt;
        this.submissions = batch.ids().size();
        this.objects = batch.objects();
        this.bytes = body.length;
        this.sha256 = Sha256.hex(body);
        this.httpStatus = answer.httpStatus().isPresent() ? answer.httpStatus().getAsInt() : null;
        this.answer = answer.text().substring(0, Math.min(answer.text().length(), LONGEST_ANSWER));
        this.kcidbId = answer instanceof Answer.Taken taken ? taken.id() : null;
    }

    public long id() {
        return id;
    }
}
