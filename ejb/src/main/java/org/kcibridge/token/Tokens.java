package org.kcibridge.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;
import org.kcibridge.security.TokenText;

/** The book of tokens: who may log in. What a token is stands in it for nobody to read. */
@Stateless
public class Tokens {

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseClock clock;

    /**
     * A token that was just made.
     *
     * @param text it itself; this is the only time anybody sees it
     */
    public record Fresh(ApiToken token, String text) {}

    /** Makes a token. */
    public Fresh make(TokenPlan plan) {
        String text = TokenText.generate();
        ApiToken token = new ApiToken(TimeOrderedId.next(), plan, text, clock.now());
        entities.persist(token);
        return new Fresh(token, text);
    }

    /** Ends a token for good. @return empty when there is no such token */
    public Optional<ApiToken> revoke(UUID id) {
        Optional<ApiToken> token = Optional.ofNullable(entities.find(ApiToken.class, id));
        token.ifPresent(one -> one.revoke(clock.now()));
        return token;
    }

    /** Newest first, at most so many. */
    public List<ApiToken> newest(int most) {
        return entities.createQuery("select t from ApiToken t order by t.createdAt desc, t.id desc", ApiToken.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** When it is, for telling whether a token has ended. */
    public Instant now() {
        return clock.now();
    }
}
