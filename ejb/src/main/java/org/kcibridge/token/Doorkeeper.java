package org.kcibridge.token;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.kcibridge.security.AnonymousReading;
import org.kcibridge.security.JsonWebTokens;
import org.kcibridge.security.RateLimits;

/** Tells the doors, which lie in the EAR's library and see no settings, whom to let in. Until then they let in less. */
@Singleton
@Startup
@DependsOn("SettingsCheck")
public class Doorkeeper {

    @Inject
    AccessSettings settings;

    @Inject
    AnonymousReading anonymousReading;

    @Inject
    RateLimits limits;

    @Inject
    JsonWebTokens webTokens;

    @PostConstruct
    void instruct() {
        anonymousReading.allow(settings.anonymousReading());
        limits.set(settings.perToken(), settings.perAddress());
        JsonWebTokens.Trust trust = new JsonWebTokens.Trust(settings.issuer(), settings.audience());
        settings.secret().ifPresent(key -> webTokens.trust(key, "HS256", trust));
        settings.publicKey().ifPresent(key -> webTokens.trust(key, "RS256", trust));
        settings.keys()
                .map(url -> new HttpsJwksVerificationKeyResolver(new HttpsJwks(url.toString())))
                .ifPresent(keys -> webTokens.trust(keys, "RS256", trust));
    }
}
