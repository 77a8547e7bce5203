package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kcibridge.runner.RunnerRefused;
import org.kcibridge.runner.RunnerUnavailable;

/**
 * The keys that TuxSuite publishes, for those who have configured none. They are kept for an hour; a signature that none of
 * them made is a reason to look whether there is a new one, but not more often than every few minutes, whoever sends it.
 */
final class PublishedKeys {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration NOT_AGAIN_BEFORE = Duration.ofMinutes(5);

    /** @param keys empty when TuxSuite has none, or did not say */
    private record Fetched(Optional<SigningKeys> keys, Instant at) {}

    private final Supplier<JsonObject> source;
    private final Supplier<Instant> clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Fetched known = new Fetched(Optional.empty(), Instant.EPOCH);

    /** @param source asks TuxSuite; it may throw that it was refused or that nobody answered */
    PublishedKeys(Supplier<JsonObject> source, Supplier<Instant> clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * Whether one of the keys made this signature. They only ever prove: they may be out of date, and then the secret of the job
     * decides, as it does where no signature comes along.
     *
     * @return empty when none did, so that nothing can be said
     */
    Optional<Boolean> verify(String signature, byte[] signedText) {
        return Stream.of(KEPT, NOT_AGAIN_BEFORE)
                .map(this::current)
                .flatMap(Optional::stream)
                .map(keys -> keys.verifies(signature, signedText))
                .filter(made -> made)
                .findFirst();
    }

    private Optional<SigningKeys> current(Duration oldest) {
        Instant now = clock.get();
        boolean old = known.at()
                .plus(known.keys().isEmpty() ? NOT_AGAIN_BEFORE : oldest)
                .isBefore(now);
        // While one asks, the others go by what is known: a TuxSuite that does not answer must not hold up all
        // callbacks.
        if (old && fetching.tryLock()) {
            try {
                known = new Fetched(fetch().or(known::keys), now);
            } finally {
                fetching.unlock();
            }
        }
        return known.keys();
    }

    private Optional<SigningKeys> fetch() {
        try {
            JsonObject ssh = source.get().getJsonObject("ssh");
            return Optional.ofNullable(ssh)
                    .map(keys -> keys.get("pub"))
                    .filter(JsonString.class::isInstance)
                    .map(pub -> SigningKeys.parse(((JsonString) pub).getString()))
                    .filter(keys -> !keys.isEmpty());
        } catch (RunnerRefused | RunnerUnavailable | IllegalArgumentException | ClassCastException none) {
            return Optional.empty();
        }
    }
}
