package org.kcibridge.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.security.TokenHash;

/** A token somebody logs in with. Only its hash is kept, so that nobody can read tokens out of the database. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private UUID id;

    private String name;
    private String role;

    private String origin;
    private String description;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected ApiToken() {
        // for JPA
    }

    /** @param text the token itself; it is forgotten here */
    public ApiToken(UUID id, String name, String role, String text, Instant now) {
        this.id = id;
        this.name = name;
        this.role = role;
        this.tokenHash = TokenHash.of(text);
        this.createdAt = now;
    }

    ApiToken(UUID id, TokenPlan plan, String text, Instant now) {
        this(id, plan.name(), plan.role(), text, now);
        this.origin = plan.origin().orElse(null);
        this.description = plan.description().orElse(null);
        this.expiresAt = plan.expiresAt().orElse(null);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String role() {
        return role;
    }

    /** Whoever has it may hand in what is reported under this origin only. */
    public Optional<String> origin() {
        return Optional.ofNullable(origin);
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** To the minute. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    /** Whether somebody could log in with it. */
    public boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** From now on nobody logs in with it. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public boolean is(String text) {
        return tokenHash.equals(TokenHash.of(text));
    }
}
