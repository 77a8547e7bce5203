package org.kcibridge.submission;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.heartbeat.DatabaseClock;

/**
 * Sends what waits in the outbox. Batches are got ready one after the other, in the order in which reports were queued, and
 * while one is on its way the next is got ready: a post is mostly waiting. A turn sends what was due when it began, so it never
 * takes again what it is sending. While KCIDB is away nothing is taken out of the outbox.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = Dispatcher.POSTS, maxAsync = Dispatcher.AT_A_TIME)
public class Dispatcher implements Chore {

    /** Threads that nobody else keeps busy. */
    static final String POSTS = "java:module/concurrent/posts";

    /** So many batches of a node are on their way at the same time; each is in memory meanwhile. */
    static final int AT_A_TIME = 3;

    /** No more is begun while so many characters are on their way. */
    private static final int ROOM = 8 << 20;

    /** Nothing is begun after that, so that whoever wants to stop us, or has switched us off, does not wait for long. */
    private static final Duration TURN = Duration.ofSeconds(2);

    @Resource(lookup = POSTS)
    ManagedExecutorService executor;

    @Inject
    Outbox outbox;

    @Inject
    Courier courier;

    @Inject
    Reachability reachability;

    @Inject
    KcidbGateway kcidb;

    @Inject
    DatabaseClock clock;

    @Override
    public String name() {
        return "dispatch reports";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean run() {
        if (kcidb.isDryRun()) {
            return false;
        }
        Deque<Post> posts = new ArrayDeque<>();
        Instant due = clock.now();
        long begun = System.nanoTime();
        boolean more = true;
        try {
            while (more && System.nanoTime() - begun < TURN.toNanos()) {
                more = isOpen() && next(posts, due) && awaitRoomBeside(posts);
            }
        } finally {
            awaitEnd(posts);
        }
        for (Post post : posts) {
            more &= post.isTaken();
        }
        return more;
    }

    /** Waits for the oldest; one that is large travels alone. @return whether KCIDB would take more */
    private static boolean awaitRoomBeside(Deque<Post> posts) {
        boolean more = true;
        while (more
                && (posts.size() == AT_A_TIME
                        || posts.stream().mapToInt(Post::size).sum() >= ROOM)) {
            more = posts.remove().isTaken();
        }
        return more;
    }

    private boolean isOpen() {
        if (reachability.kcidb().isReachable()) {
            return true;
        }
        if (!reachability.mayKnock()) {
            return false;
        }
        Optional<Answer> trouble = kcidb.trouble();
        trouble.ifPresentOrElse(reachability::heard, reachability::answeredKnock);
        return trouble.isEmpty();
    }

    /** @return whether there was anything to send */
    private boolean next(Deque<Post> posts, Instant due) {
        UUID lease = UUID.randomUUID();
        List<Unsent> taken = outbox.takeUnsent(lease, due);
        courier.load(lease, taken).ifPresent(load -> posts.add(new Post(load.size(), post(load))));
        return !taken.isEmpty();
    }

    private CompletableFuture<Boolean> post(Courier.Load load) {
        try {
            return CompletableFuture.supplyAsync(() -> courier.deliver(load), executor);
        } catch (RejectedExecutionException ending) {
            // The server takes nothing on any more. This was begun, and it would be a lease until somebody else ends
            // it. As if KCIDB would take no more: the turn ends when this is the oldest.
            courier.deliver(load);
            return CompletableFuture.completedFuture(false);
        }
    }

    /** However they end: what is still on its way holds leases, and the next beat must not queue behind it. */
    private static void awaitEnd(Deque<Post> posts) {
        CompletableFuture.allOf(posts.stream().map(Post::taken).toArray(CompletableFuture[]::new))
                .handle((nothing, trouble) -> null)
                .join();
    }

    /**
     * A batch on its way.
     *
     * @param size characters of its document
     * @param taken whether KCIDB would take more after it
     */
    private record Post(int size, CompletableFuture<Boolean> taken) {

        boolean isTaken() {
            try {
                return taken.join();
            } catch (CompletionException trouble) {
                throw trouble.getCause() instanceof RuntimeException cause ? cause : trouble;
            }
        }
    }
}
