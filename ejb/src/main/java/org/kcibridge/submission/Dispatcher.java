package org.kcibridge.submission;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.heartbeat.DatabaseClock;
import org.kcibridge.log.BridgeLog;

/**
 * Sends what waits in the outbox. Each report is checked by itself first: what violates the schema never leaves the house.
 * A batch KCIDB refuses is halved until the offender stands alone.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dispatcher implements Chore {

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
        List<Submission> sound = outbox.takeUnsent(lease).stream()
                .filter(one -> isSound(lease, one))
                .toList();
        return !sound.isEmpty() && send(lease, sound);
    }

    private boolean isSound(UUID lease, Submission submission) {
        List<String> violations = kcidb.violations(submission.document());
        if (violations.isEmpty()) {
            return true;
        }
        String reason = "violates KCIDB's schema: " + String.join("; ", violations);
        outbox.dead(lease, submission.id(), reason);
        BridgeLog.LOG.dead(submission.id(), reason);
        return false;
    }

    /** @return whether KCIDB would take more now */
    private boolean send(UUID lease, List<Submission> submissions) {
        List<Submission> held = outbox.hold(lease, submissions);
        if (held.isEmpty()) {
            // Another node took over in the meantime; it sends them.
            return true;
        }
        Batch batch = Batch.of(lease, held);
        Instant postedAt = clock.now();
        Answer answer = kcidb.submit(batch.document());
        if (answer instanceof Answer.Taken taken) {
            outbox.sent(batch, postedAt, taken);
            BridgeLog.LOG.sent(held.size(), batch.objects(), taken.id());
            return true;
        }
        if (answer instanceof Answer.Refused refused) {
            return refused(lease, held, batch, postedAt, refused);
        }
        if (answer instanceof Answer.Unavailable unavailable) {
            outbox.retry(batch, postedAt, unavailable);
            BridgeLog.LOG.notSent(held.size(), unavailable.text());
        } else if (answer instanceof Answer.Unauthorised unauthorised) {
            outbox.putBack(batch, postedAt, unauthorised, UNTIL_TOKEN_IS_MENDED);
            outbox.pause(UNTIL_TOKEN_IS_MENDED);
            BridgeLog.LOG.unauthorised();
        }
        return false;
    }

    private boolean refused(
            UUID lease, List<Submission> submissions, Batch batch, Instant postedAt, Answer.Refused refused) {
        if (submissions.size() == 1) {
            outbox.dead(batch, postedAt, refused);
            BridgeLog.LOG.dead(submissions.get(0).id(), refused.text());
            return true;
        }
        int half = submissions.size() / 2;
        return send(lease, submissions.subList(0, half)) && send(lease, submissions.subList(half, submissions.size()));
    }
}
