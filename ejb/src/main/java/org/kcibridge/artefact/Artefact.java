package org.kcibridge.artefact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A file that is known by what it holds: equal ones are one, and it never changes. What somebody once called it is forgotten,
 * so no name of theirs can lead anywhere.
 */
@Entity
@Table(name = "artefact")
public class Artefact {

    static final int PART = 256 * 1024;

    @Id
    private String sha256;

    @Column(name = "content_type")
    private String contentType;

    private long bytes;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Artefact() {
        // for JPA
    }

    /** The digest of what it holds, as 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    public String contentType() {
        return contentType;
    }

    /** How many bytes it has. */
    public long bytes() {
        return bytes;
    }

    /** In how many parts it is kept. */
    public int parts() {
        return Math.toIntExact((bytes + PART - 1) / PART);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
