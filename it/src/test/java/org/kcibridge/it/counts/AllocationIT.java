package org.kcibridge.it.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/**
 * What each thing allocates in the server, container and drivers included. That is no number that comes again to the byte: a
 * server that has just started loads classes, and connections come and go. So the least of some rounds counts, and the limits
 * stand a fifth above it. Whoever makes one cheaper writes down the new number; whoever makes one dearer needs a reason.
 */
@IntegrationTest
class AllocationIT extends BridgeTest {

    private static final int ROUNDS = 5;
    private static final int CALLS = 20;
    private static final int SUBMISSIONS = 500;

    /** A checkout and a build in each. */
    private static final int OBJECTS = 2 * SUBMISSIONS;

    private static final int KIB = 1 << 10;

    /** What the runner calls back would be counted, too. */
    @BeforeEach
    void doNothingElse() {
        tuxSuite.script().silent(true);
        standStill();
    }

    @Test
    void ofABuildThatIsAskedFor() {
        assertAtMost(500, each(() -> {
            String branch = UUID.randomUUID().toString();
            return () -> api.build(Map.of("branch", branch));
        }));
    }

    @Test
    void ofACallbackThatIsTaken() {
        assertAtMost(280, each(() -> {
            String job = scheduleBuild(Map.of("branch", UUID.randomUUID().toString()));
            BuildCallback callback = BuildCallback.of(tuxSuite, job, job(job).getString("runner_uid"));
            return () -> assertThat(callback.post(api)).isEqualTo(204);
        }));
    }

    @Test
    void ofAPageOfAList() {
        given.bulk(200, i -> given.test());

        assertAtMost(
                400,
                each(() -> () ->
                        assertThat(api.get("/tests?pageSize=100").status()).isEqualTo(200)));
    }

    @Test
    void ofAnObjectThatIsDelivered() {
        long batch = least(() -> {
            given.bulk(SUBMISSIONS, i -> given.submission().with("job_id", null));
            database.update("update submission set due_at = now() where due_at is not null");
            return () -> beat("dispatch reports");
        });

        assertThat(kcidb.posts()).isEqualTo(2 * ROUNDS);
        assertAtMost(22, batch / OBJECTS);
    }

    private static void assertAtMost(long kibibytes, long bytes) {
        assertThat(bytes).isBetween(1L, kibibytes * KIB);
    }

    /** What one of some calls costs, each of which is made ready before they are counted together. */
    private long each(Supplier<Runnable> call) {
        return least(() -> {
                    List<Runnable> calls = Stream.generate(call).limit(CALLS).toList();
                    return () -> calls.forEach(Runnable::run);
                })
                / CALLS;
    }

    private long least(Supplier<Runnable> rounds) {
        return Stream.generate(rounds)
                .limit(ROUNDS)
                .mapToLong(this::allocated)
                .min()
                .orElseThrow();
    }

    /** Of threads that have ended meanwhile nothing is known, and nothing is taken off for them. */
    private long allocated(Runnable something) {
        Map<String, Long> before = allocatedBytes();
        something.run();
        return allocatedBytes().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }
}
