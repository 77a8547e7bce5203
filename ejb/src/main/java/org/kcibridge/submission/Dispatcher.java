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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.kcibridge.heartbeat.Chore;

/**
 * Sends what waits in the outbox. Batches are got ready one after the other, in the order in which reports were queued, and
 * while one is on its way the next is got ready: a post is mostly waiting. While KCIDB is away nothing is taken out of the
 * outbox.
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
        List<Future<Boolean>> posts = new ArrayList<>();
        boolean more = true;
        try {
            for (int i = 0; more && i < AT_A_TIME; i++) {
                more = isOpen() && next(posts);
            }
        } finally {
            more &= areTaken(posts);
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
    private boolean next(List<Future<Boolean>> posts) {
        UUID lease = UUID.randomUUID();
        List<Unsent> taken = outbox.takeUnsent(lease);
        courier.load(lease, taken).ifPresent(load -> posts.add(executor.submit(() -> courier.deliver(load))));
        return !taken.isEmpty();
    }

    /** Waits until all have come to an end. @return whether KCIDB would take more now */
    private static boolean areTaken(List<Future<Boolean>> posts) {
        boolean all = true;
        for (Future<Boolean> post : posts) {
            all &= isTaken(post);
        }
        return all;
    }

    private static boolean isTaken(Future<Boolean> post) {
        try {
            return post.get();
        } catch (InterruptedException ending) {
            // What is not sent is due again when its lease ends.
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException trouble) {
            throw new IllegalStateException("a batch could not be sent", trouble.getCause());
        }
    }
}
