package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.kcibridge.token.ApiToken;
import org.kcibridge.token.Tokens;

/** Who may log in. */
@Named("tokens")
@RequestScoped
public class TokensPage {

    private static final int MOST = 200;

    @Inject
    Tokens tokens;

    @Inject
    Viewer viewer;

    /** For operators only; for others there are none. */
    public List<Shown> getAll() {
        if (!viewer.isOperator()) {
            return List.of();
        }
        Instant now = tokens.now();
        return tokens.newest(MOST).stream()
                .map(token -> new Shown(token, token.isValid(now)))
                .toList();
    }

    /** A token as the page shows it. */
    public record Shown(ApiToken token, boolean valid) {

        public String getId() {
            return token.id().toString();
        }

        public String getName() {
            return token.name();
        }

        public String getRole() {
            return token.role();
        }

        public String getOrigin() {
            return token.origin().orElse("");
        }

        public String getDescription() {
            return token.description().orElse("");
        }

        public String getCreatedAt() {
            return token.createdAt().toString();
        }

        public String getLastUsedAt() {
            return token.lastUsedAt().map(Instant::toString).orElse("");
        }

        public String getExpiresAt() {
            return token.expiresAt().map(Instant::toString).orElse("");
        }

        public boolean isValid() {
            return valid;
        }

        public boolean isRevoked() {
            return token.revokedAt().isPresent();
        }
    }
}
