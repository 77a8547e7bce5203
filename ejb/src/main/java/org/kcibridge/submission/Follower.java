package org.kcibridge.submission;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.log.BridgeLog;

/**
 * Follows what was sent until KCIDB has processed it: its 200 only says that the document lies in the spool, and it never
 * tells by itself when one fails there.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Follower implements Chore {

    private static final int PORTION = 200;

    @Inject
    Outbox outbox;

    @Inject
    KcidbGateway kcidb;

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
        UUID lease = UUID.randomUUID();
        List<Submission> sent = outbox.takeSent(lease, PORTION);
        Map<String, List<UUID>> batches = sent.stream()
                .collect(Collectors.groupingBy(
                        one -> one.kcidbId().orElseThrow(), Collectors.mapping(Submission::id, Collectors.toList())));
        batches.forEach((kcidbId, ids) -> follow(lease, kcidbId, ids));
        return sent.size() == PORTION;
    }

    private void follow(UUID lease, String kcidbId, List<UUID> ids) {
        switch (kcidb.progress(kcidbId)) {
            case PROCESSED -> outbox.confirmed(lease, ids);
            case UNDER_WAY -> outbox.stillUnderWay(lease, ids);
            case FAILED -> {
                outbox.notProcessed(lease, ids);
                BridgeLog.LOG.notProcessed(kcidbId);
            }
        }
    }
}
