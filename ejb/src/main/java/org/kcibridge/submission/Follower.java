package org.kcibridge.submission;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.BridgeLog;

/**
 * Follows what was sent until KCIDB has processed it: its 200 only says that the document lies in the spool, and it never
 * tells by itself when one fails there.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Follower implements Chore {

    /** What KCIDB does not know after so long is not on its way any more. */
    private static final Duration LOST_AFTER = Duration.ofHours(1);

    @Inject
    Outbox outbox;

    @Inject
    KcidbGateway kcidb;

    @Inject
    DatabaseClock clock;

    @Override
    public String name() {
        return "follow reports";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean run() {
        if (kcidb.isDryRun()) {
            return false;
        }
        UUID lease = UUID.randomUUID();
        Map<String, List<Submission>> batches = outbox.takeSent(lease).stream()
                .collect(Collectors.groupingBy(one -> one.kcidbId().orElseThrow()));
        for (var batch : batches.entrySet()) {
            if (!follow(lease, batch.getKey(), batch.getValue())) {
                // The others are due again when their lease ends.
                return false;
            }
        }
        return !batches.isEmpty();
    }

    /** @return whether KCIDB can be asked about more */
    private boolean follow(UUID lease, String kcidbId, List<Submission> submissions) {
        List<UUID> ids = submissions.stream().map(Submission::id).toList();
        Instant sentAt = submissions.get(0).sentAt().orElseThrow();
        KcidbGateway.Progress progress = kcidb.progress(kcidbId);
        boolean lost = progress == KcidbGateway.Progress.UNKNOWN
                && sentAt.plus(LOST_AFTER).isBefore(clock.now());
        if (progress == KcidbGateway.Progress.PROCESSED) {
            outbox.confirmed(lease, ids);
        } else if (progress == KcidbGateway.Progress.FAILED || lost) {
            outbox.notProcessed(lease, ids);
            BridgeLog.LOG.notProcessed(kcidbId);
        } else {
            outbox.stillUnderWay(lease, ids, sentAt);
        }
        return progress != KcidbGateway.Progress.UNREACHABLE;
    }
}
