package org.kcibridge.token;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.identity.TimeOrderedId;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.security.Role;
import org.kcibridge.security.TokenHash;
import org.kcibridge.security.TokenText;
import org.kcibridge.settings.BridgeSettings;

/**
 * Sees to it that there is an operator who can let others in. {@code BRIDGE_ADMIN_TOKEN}, when set, is that operator's
 * token, and its change ends the one before. Otherwise an empty database gets a generated one; it is shown once, in a file
 * that only the server's user can read, because a log is no place for secrets.
 */
@Singleton
@Startup
@DependsOn("SettingsCheck")
public class FirstToken {

    private static final String NAME = "admin";
    private static final String FILE = "operator-token";

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @Inject
    DatabaseClock clock;

    @PostConstruct
    void provide() {
        // Nodes that start together must not generate two.
        entities.createNativeQuery("lock table api_token in share row exclusive mode")
                .executeUpdate();
        Optional<String> configured = settings.adminToken();
        if (configured.isPresent()) {
            replaceBy(configured.get());
        } else if (isFirst()) {
            String generated = TokenText.generate();
            show(generated);
            add(generated, clock.now());
        }
    }

    private void replaceBy(String text) {
        List<ApiToken> present = entities.createQuery(
                        "select t from ApiToken t where t.name = :name and t.revokedAt is null", ApiToken.class)
                .setParameter("name", NAME)
                .getResultList();
        Instant now = clock.now();
        present.stream().filter(token -> !token.is(text)).forEach(token -> token.revoke(now));
        if (present.stream().noneMatch(token -> token.is(text))) {
            forgetFormer(text);
            add(text, now);
        }
    }

    /** The same token may have been in use before and revoked since; it comes back as a new one. */
    private void forgetFormer(String text) {
        entities.createQuery("delete from ApiToken t where t.tokenHash = :hash")
                .setParameter("hash", TokenHash.of(text))
                .executeUpdate();
    }

    private boolean isFirst() {
        return entities.createQuery("select count(t) from ApiToken t", Long.class)
                        .getSingleResult()
                == 0;
    }

    private void add(String text, Instant now) {
        entities.persist(new ApiToken(TimeOrderedId.next(), NAME, Role.OPERATOR, text, now));
    }

    private static void show(String text) {
        Path file = Path.of(System.getProperty("jboss.server.data.dir")).resolve(FILE);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text + System.lineSeparator(), StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the first operator token cannot be written to " + file, unwritable);
        }
        BridgeLog.LOG.firstTokenWritten(file.toString());
    }
}
