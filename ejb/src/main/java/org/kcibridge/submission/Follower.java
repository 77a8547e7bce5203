package org.kcibridge.submission;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.LogField;
import org.kcibridge.meter.Meters;

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
    Deliveries deliveries;

    @Inject
    Reachability reachability;

    @Inject
    KcidbGateway kcidb;

    @Inject
    DatabaseClock clock;

    @Inject
    Meters meters;

    @Override
    public String name() {
        return "follow reports";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean run() {
        if (kcidb.isDryRun() || !reachability.kcidb().isReachable()) {
            return false;
        }
        UUID lease = UUID.randomUUID();
        List<Delivery> spooled = deliveries.takeSpooled(lease);
        for (Delivery delivery : spooled) {
            try (LogField about = LogField.delivery(delivery.id())) {
                if (!follow(lease, delivery)) {
                    // The others are due again when their lease ends.
                    return false;
                }
            }
        }
        return !spooled.isEmpty();
    }

    /** @return whether KCIDB can be asked about more */
    private boolean follow(UUID lease, Delivery delivery) {
        String kcidbId = delivery.kcidbId().orElseThrow();
        KcidbGateway.Progress progress = kcidb.progress(kcidbId);
        boolean lost = progress == KcidbGateway.Progress.UNKNOWN
                && delivery.postedAt().plus(LOST_AFTER).isBefore(clock.now());
        if (progress == KcidbGateway.Progress.PROCESSED) {
            deliveries.processed(lease, delivery.id());
            count("processed");
        } else if (progress == KcidbGateway.Progress.FAILED || lost) {
            deliveries.failed(lease, delivery.id());
            BridgeLog.LOG.notProcessed(kcidbId);
            count(lost ? "lost" : "failed");
        } else {
            deliveries.stillUnderWay(lease, delivery.id());
        }
        if (progress == KcidbGateway.Progress.UNREACHABLE) {
            // The answer to this question does not tell what is wrong; a knock does.
            kcidb.trouble().ifPresent(reachability::heard);
            return false;
        }
        return true;
    }

    private void count(String outcome) {
        meters.counter("kci_bridge.deliveries.followed", "outcome", outcome).increment();
    }
}
