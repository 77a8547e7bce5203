package org.kcibridge.submission;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.submission.kcidb.KcidbSchema;

/**
 * Sends what waits in the outbox. Each report is checked by itself first: what violates the schema never leaves the house.
 * A batch KCIDB refuses is halved until the offender stands alone.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dispatcher implements Chore {

    /** A report is a handful of objects today; KCIDB's own senders post 500 objects at a time. */
    private static final int PORTION = 200;

    private static final KcidbSchema SCHEMA = new KcidbSchema();
    private static final Duration UNTIL_TOKEN_IS_MENDED = Duration.ofMinutes(1);

    @Inject
    Outbox outbox;

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
        UUID lease = UUID.randomUUID();
        List<Submission> taken = outbox.takeUnsent(lease, PORTION);
        List<Submission> sound = new ArrayList<>();
        for (Submission one : taken) {
            List<String> violations = SCHEMA.violations(one.document());
            if (violations.isEmpty()) {
                sound.add(one);
            } else {
                String reason = "violates KCIDB's schema: " + String.join("; ", violations);
                outbox.dead(lease, one.id(), reason);
                BridgeLog.LOG.dead(one.id(), reason);
            }
        }
        if (!sound.isEmpty()) {
            send(lease, sound);
        }
        return taken.size() == PORTION;
    }

    private void send(UUID lease, List<Submission> submissions) {
        Batch batch = Batch.of(lease, submissions);
        if (!outbox.hold(batch)) {
            // Another node took over in the meantime; it sends them.
            return;
        }
        Instant postedAt = clock.now();
        Answer answer = kcidb.submit(batch.document());
        if (answer instanceof Answer.Taken taken) {
            outbox.sent(batch, postedAt, taken);
            BridgeLog.LOG.sent(submissions.size(), batch.objects(), taken.id());
        } else if (answer instanceof Answer.Unavailable unavailable) {
            outbox.retry(batch, postedAt, unavailable);
            BridgeLog.LOG.notSent(submissions.size(), unavailable.text());
        } else if (answer instanceof Answer.Unauthorised unauthorised) {
            outbox.putBack(batch, postedAt, unauthorised, UNTIL_TOKEN_IS_MENDED);
            BridgeLog.LOG.unauthorised();
        } else if (answer instanceof Answer.Refused refused) {
            refused(lease, submissions, batch, postedAt, refused);
        }
    }

    private void refused(
            UUID lease, List<Submission> submissions, Batch batch, Instant postedAt, Answer.Refused refused) {
        if (submissions.size() == 1) {
            outbox.dead(batch, postedAt, refused);
            BridgeLog.LOG.dead(submissions.get(0).id(), refused.text());
        } else {
            int half = submissions.size() / 2;
            send(lease, submissions.subList(0, half));
            send(lease, submissions.subList(half, submissions.size()));
        }
    }
}
