package org.kcibridge.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * How much callers may ask for: each token so many requests a minute, and each address so many that prove no token, which
 * slows down whoever guesses. What was not used is saved up for at most that minute. Each node counts for itself.
 */
@ApplicationScoped
public class RateLimits {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Enough for all who call in earnest; of more than these the ones that have been silent for longest are forgotten. */
    private static final int MOST_CALLERS = 100_000;

    private static final int IPV6_PARTS = 8;

    private volatile Limit tokens = new Limit(0);
    private volatile Limit addresses = new Limit(0);

    /** Sets both limits, in requests a minute; 0 stands for none. */
    public void set(int perToken, int perAddress) {
        tokens = new Limit(perToken);
        addresses = new Limit(perAddress);
    }

    /** Counts a request made with a token. @return how long to wait before the next try; nothing when it may be served */
    Duration ofToken(TokenCredential token) {
        return tokens.take(token.hash());
    }

    /** Counts a request that proves no token. @return how long to wait before the next try; nothing when it may be served */
    Duration ofAddress(String address) {
        return addresses.take(network(address));
    }

    /** Of IPv6 everybody has a whole network to call from. The server writes these addresses in full. */
    static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length == IPV6_PARTS ? String.join(":", List.of(parts).subList(0, IPV6_PARTS / 2)) : address;
    }

    private static final class Limit {

        private final int perPeriod;
        private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(PERIOD)
                .build();

        Limit(int perPeriod) {
            this.perPeriod = perPeriod;
        }

        Duration take(String key) {
            return perPeriod == 0
                    ? Duration.ZERO
                    : Duration.ofNanos(
                            bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
        }

        private Bucket bucket(String key) {
            return buckets.get(key, unknown -> Bucket.builder()
                    .addLimit(Bandwidth.builder()
                            .capacity(perPeriod)
                            .refillGreedy(perPeriod, PERIOD)
                            .build())
                    .build());
        }
    }
}
