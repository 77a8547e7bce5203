package org.kcibridge.callback;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.runner.Evidence;
import org.kcibridge.runner.Gap;
import org.kcibridge.scheduling.Job;

/**
 * Fetches what callbacks point to, and applies them then. A chore of its own, so that a storage that hangs holds up
 * nothing but what lies in it. Several are fetched at a time, since that is mostly waiting, and so are small ones judged; a
 * large one is judged alone, since that takes memory.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EvidenceCollector implements Chore {

    static final String NAME = "gather evidence";

    private static final int PORTION = 8;

    /** So many kibibytes of evidence are judged at the same time: the results of some ten thousand cases. */
    private static final int ROOM = 2048;

    @Resource
    ManagedExecutorService executor;

    @Inject
    CallbackInbox inbox;

    @Inject
    CallbackApplier applier;

    @Inject
    Attempt attempt;

    /** Fair, so that small ones do not push in before a large one for ever. */
    private final Semaphore bench = new Semaphore(ROOM, true);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean run() {
        List<Long> due = inbox.takeDue(PORTION, CallbackState.FETCHING);
        try {
            executor.invokeAll(due.stream().map(this::task).toList());
        } catch (InterruptedException ending) {
            // They are due again when their lease ends.
            Thread.currentThread().interrupt();
        }
        return due.size() == PORTION;
    }

    private Callable<Void> task(long id) {
        return () -> {
            attempt.at(id, () -> finish(id));
            return null;
        };
    }

    private Optional<Job> finish(long id) {
        Optional<OpenCase> open = applier.openCase(id);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (Evidence evidence = open.get().gather()) {
            Optional<Gap> gap = evidence.gap()
                    .filter(missing -> missing.patience().compareTo(open.get().age()) > 0);
            if (gap.isPresent()) {
                inbox.postpone(id, gap.get().reason());
                return Optional.empty();
            }
            return judge(id, open.get(), evidence);
        }
    }

    private Optional<Job> judge(long id, OpenCase open, Evidence evidence) {
        int share = share(evidence);
        bench.acquireUninterruptibly(share);
        try {
            return applier.conclude(id, open, open.judge(evidence));
        } finally {
            bench.release(share);
        }
    }

    private static int share(Evidence evidence) {
        return (int) Math.min(ROOM, 1 + evidence.size() / 1024);
    }
}
