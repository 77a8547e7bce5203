package org.kcibridge.submission;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.Chore;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.LogField;
import org.kcibridge.meter.Meters;

/**
 * Sends what waits in the outbox. Each report is checked by itself first: what violates the schema never leaves the house.
 * A batch KCIDB refuses is halved until the offender stands alone. While KCIDB is away nothing is taken out of the outbox.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dispatcher implements Chore {

    @Inject
    Outbox outbox;

    @Inject
    Deliveries deliveries;

    @Inject
    Reachability reachability;

    @Inject
    KcidbGateway kcidb;

    @Inject
    Meters meters;

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
        if (kcidb.isDryRun() || !isOpen()) {
            return false;
        }
        UUID lease = UUID.randomUUID();
        List<Unsent> taken = outbox.takeUnsent(lease);
        List<Unsent> sound =
                taken.stream().filter(one -> isSound(lease, one)).toList();
        return !taken.isEmpty() && (sound.isEmpty() || send(lease, sound));
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

    private boolean isSound(UUID lease, Unsent submission) {
        List<String> violations = kcidb.violations(submission.document());
        if (violations.isEmpty()) {
            return true;
        }
        String reason = "violates KCIDB's schema: " + String.join("; ", violations);
        outbox.dead(lease, submission.id(), reason);
        count("invalid");
        dead(submission, reason);
        return false;
    }

    /** @return whether KCIDB would take more now */
    private boolean send(UUID lease, List<Unsent> submissions) {
        Optional<Posting> begun = deliveries.begin(lease, submissions);
        if (begun.isEmpty()) {
            // Another node took over in the meantime; it sends them.
            return true;
        }
        Posting posting = begun.get();
        try (LogField about = LogField.delivery(posting.delivery())) {
            return post(lease, submissions, posting);
        }
    }

    /** @return whether KCIDB would take more now */
    private boolean post(UUID lease, List<Unsent> submissions, Posting posting) {
        Answer answer = kcidb.submit(posting.batch().document());
        deliveries.answered(posting, answer);
        reachability.heard(answer);
        count(answer.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (answer instanceof Answer.Taken taken) {
            BridgeLog.LOG.sent(posting.submissions(), posting.batch().objects(), taken.id());
            return true;
        }
        if (answer instanceof Answer.Refused) {
            return refused(lease, submissions, answer.text());
        }
        BridgeLog.LOG.notSent(posting.submissions(), answer.text());
        return false;
    }

    private boolean refused(UUID lease, List<Unsent> submissions, String reason) {
        if (submissions.size() == 1) {
            dead(submissions.get(0), reason);
            return true;
        }
        int half = submissions.size() / 2;
        return send(lease, submissions.subList(0, half)) && send(lease, submissions.subList(half, submissions.size()));
    }

    private static void dead(Submission submission, String reason) {
        try (LogField about = LogField.submission(submission.id())) {
            BridgeLog.LOG.dead(submission.id(), reason);
        }
    }

    private void count(String outcome) {
        meters.counter("kci_bridge.deliveries", "outcome", outcome).increment();
    }
}
