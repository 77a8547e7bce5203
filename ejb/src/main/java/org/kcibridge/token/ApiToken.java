package org.kcibridge.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "created_at")
    private Instant createdAt;

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
