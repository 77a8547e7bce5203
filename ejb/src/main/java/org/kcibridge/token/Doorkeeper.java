package org.kcibridge.token;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.kcibridge.security.AnonymousReading;
import org.kcibridge.security.JsonWebTokens;
import org.kcibridge.security.RateLimits;
import org.kcibridge.security.TrustedSites;

/** Tells the doors, which lie in the EAR's library and see no settings, whom to let in. Until then they let in less. */
@Singleton
@Startup
@DependsOn("SettingsCheck")
public class Doorkeeper {

    private static final Duration KEYS_LAST = Duration.ofHours(1);

    @Inject
    AccessSettings settings;

    @Inject
    AnonymousReading anonymousReading;

    @Inject
    RateLimits limits;

    @Inject
    TrustedSites sites;

    @Inject
    JsonWebTokens webTokens;

    @PostConstruct
    void instruct() {
        anonymousReading.allow(settings.anonymousReading());
        sites.trust(settings.otherOrigins());
        limits.set(settings.perToken(), settings.perAddress());
        JsonWebTokens.Trust trust = new JsonWebTokens.Trust(settings.issuer(), settings.audience());
        settings.secret().ifPresent(key -> webTokens.trust(key, "HS256", trust));
        settings.publicKey().ifPresent(key -> webTokens.trust(key, "RS256", trust));
        settings.keys().map(Doorkeeper::publishedAt).ifPresent(keys -> webTokens.trust(keys, "RS256", trust));
    }

    private static HttpsJwksVerificationKeyResolver publishedAt(URI url) {
        HttpsJwks keys = new HttpsJwks(url.toString());
        // While the provider restarts those it had will do.
        keys.setRetainCacheOnErrorDuration(KEYS_LAST.toSeconds());
        return new HttpsJwksVerificationKeyResolver(keys);
    }
}
