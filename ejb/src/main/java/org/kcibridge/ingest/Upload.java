package org.kcibridge.ingest;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A submission that was handed to us to be imported. */
@Entity
@Table(name = "upload")
public class Upload {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private UploadState state;

    @Basic(fetch = FetchType.LAZY)
    private byte[] document;

    private int bytes;

    private String reason;

    @Column(name = "new_objects")
    private Long newObjects;

    @Column(name = "known_objects")
    private Long knownObjects;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Upload() {
        // for JPA
    }

    Upload(UUID id, byte[] document, Instant now) {
        this.id = id;
        this.state = UploadState.WAITING;
        this.document = document.clone();
        this.bytes = document.length;
        this.receivedAt = now;
    }

    /** It is in the report; what it held is of no use any more. */
    void imported(long fresh, long known, Instant now) {
        state = UploadState.IMPORTED;
        document = null;
        newObjects = fresh;
        knownObjects = known;
        endedAt = now;
    }

    /** @param why in lines of their own, if there are several reasons */
    void failed(String why, Instant now) {
        state = UploadState.FAILED;
        reason = why;
        endedAt = now;
    }

    byte[] document() {
        return document.clone();
    }

    public UUID id() {
        return id;
    }

    public UploadState state() {
        return state;
    }

    /** How large it is or was. */
    public int bytes() {
        return bytes;
    }

    /** Why it failed. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** How many of its objects nobody knew before. */
    public Optional<Long> newObjects() {
        return Optional.ofNullable(newObjects);
    }

    /** How many of its objects were there already. */
    public Optional<Long> knownObjects() {
        return Optional.ofNullable(knownObjects);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** When it was imported, or failed. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
