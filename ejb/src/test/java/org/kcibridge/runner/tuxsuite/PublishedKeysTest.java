package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.RunnerUnavailable;

/** Keys that TuxSuite publishes are fetched when they are needed, and not more often than they have to be. */
@UnitTest
class PublishedKeysTest {

    private static final byte[] TEXT = SigningKeysTest.TEXT;

    private final KeyPair old = SigningKeysTest.pair("secp256r1");
    private final KeyPair fresh = SigningKeysTest.pair("secp256r1");

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private int asked;
    private JsonObject published = keys(old);
    private RuntimeException trouble;

    private final PublishedKeys keys = new PublishedKeys(this::ask, () -> now);

    PublishedKeysTest() throws GeneralSecurityException {
        // for the keys
    }

    @Test
    void asksOnceForMany() throws GeneralSecurityException {
        assertThat(verify(old)).contains(true);
        assertThat(verify(old)).contains(true);
        now = now.plus(Duration.ofMinutes(59));
        assertThat(verify(old)).contains(true);

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void findsAKeyThatHasBeenReplaced() throws GeneralSecurityException {
        verify(old);
        published = keys(fresh);
        now = now.plus(Duration.ofMinutes(6));

        assertThat(verify(fresh)).contains(true);
        assertThat(verify(old)).isEmpty();
    }

    /** Whoever sends us nonsense does not make us ask TuxSuite for each of it. */
    @Test
    void isNotDrivenByForgeries() throws GeneralSecurityException {
        for (int i = 0; i < 100; i++) {
            assertThat(verify(fresh)).isEmpty();
            now = now.plusSeconds(1);
        }

        assertThat(asked).isEqualTo(1);
    }

    /** The secret of the job decides then; to say that it is forged would turn TuxSuite away. */
    @Test
    void saysNothingOfANewKeyThatItMayNotAskForYet() throws GeneralSecurityException {
        verify(old);
        published = keys(fresh);
        now = now.plus(Duration.ofMinutes(4));

        assertThat(verify(fresh)).isEmpty();
    }

    @Test
    void saysNothingWhereThereAreNoKeys() throws GeneralSecurityException {
        published = JsonObject.EMPTY_JSON_OBJECT;
        assertThat(verify(old)).isEmpty();

        published = Json.createObjectBuilder()
                .add("ssh", Json.createObjectBuilder().add("pub", "ssh-rsa AAAA"))
                .build();
        now = now.plus(Duration.ofMinutes(6));
        assertThat(verify(old)).isEmpty();
    }

    @Test
    void asksAgainAfterAWhileWhereTuxSuiteDidNotAnswer() throws GeneralSecurityException {
        trouble = new RunnerUnavailable("away");
        assertThat(verify(old)).isEmpty();
        assertThat(verify(old)).isEmpty();
        assertThat(asked).isEqualTo(1);

        trouble = new RunnerRefused("no");
        now = now.plus(Duration.ofMinutes(6));
        assertThat(verify(old)).isEmpty();

        trouble = null;
        now = now.plus(Duration.ofMinutes(6));
        assertThat(verify(old)).contains(true);
    }

    @Test
    void keepsWhatItKnowsWhileTuxSuiteDoesNotAnswer() throws GeneralSecurityException {
        verify(old);
        trouble = new RunnerUnavailable("away");
        now = now.plus(Duration.ofDays(2));

        assertThat(verify(old)).contains(true);
        assertThat(asked).isEqualTo(2);
    }

    private JsonObject ask() {
        asked++;
        if (trouble != null) {
            throw trouble;
        }
        return published;
    }

    private Optional<Boolean> verify(KeyPair signer) throws GeneralSecurityException {
        return keys.verify(Base64.getUrlEncoder().encodeToString(SigningKeysTest.sign(signer)), TEXT);
    }

    private static JsonObject keys(KeyPair pair) {
        return Json.createObjectBuilder()
                .add("ssh", Json.createObjectBuilder().add("pub", SigningKeysTest.openSsh(pair)))
                .build();
    }
}
