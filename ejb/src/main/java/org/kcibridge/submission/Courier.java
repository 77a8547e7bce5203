package org.kcibridge.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.LogField;
import org.kcibridge.meter.Meters;

/**
 * Brings a batch to KCIDB. Each report is checked by itself first: what violates the schema never leaves the house. A batch
 * KCIDB refuses is halved until the offender stands alone.
 */
@ApplicationScoped
public class Courier {

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

    /** What is ready to be posted. */
    public record Load(List<Unsent> submissions, Posting posting) {

        /** How many characters are posted. */
        int size() {
            return posting.batch().document().length();
        }
    }

    /** Gets ready what is sound of these; empty if nothing is, and if another node took over in the meantime: it sends them. */
    public Optional<Load> load(UUID lease, List<Unsent> taken) {
        List<Unsent> sound = taken.stream().filter(one -> isSound(lease, one)).toList();
        return sound.isEmpty()
                ? Optional.empty()
                : deliveries.begin(lease, sound).map(posting -> new Load(sound, posting));
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
    public boolean deliver(Load load) {
        try (LogField about = LogField.delivery(load.posting().delivery())) {
            return post(load);
        }
    }

    private boolean post(Load load) {
        Posting posting = load.posting();
        Answer answer = kcidb.submit(posting.batch().document());
        deliveries.answered(posting, answer);
        reachability.heard(answer);
        count(answer.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        if (answer instanceof Answer.Taken taken) {
            BridgeLog.LOG.sent(posting.submissions(), posting.batch().objects(), taken.id());
            return true;
        }
        if (answer instanceof Answer.Refused) {
            return refused(load, answer.text());
        }
        BridgeLog.LOG.notSent(posting.submissions(), answer.text());
        return false;
    }

    private boolean refused(Load load, String reason) {
        List<Unsent> submissions = load.submissions();
        if (submissions.size() == 1) {
            dead(submissions.get(0), reason);
            return true;
        }
        int half = submissions.size() / 2;
        UUID lease = load.posting().lease();
        return again(lease, submissions.subList(0, half))
                && again(lease, submissions.subList(half, submissions.size()));
    }

    private boolean again(UUID lease, List<Unsent> half) {
        return deliveries
                .beginAgain(lease, half)
                .map(posting -> deliver(new Load(half, posting)))
                .orElse(true);
    }

    private static void dead(Unsent submission, String reason) {
        try (LogField about = LogField.submission(submission.id())) {
            BridgeLog.LOG.dead(submission.id(), reason);
        }
    }

    private void count(String outcome) {
        meters.counter("kci_bridge.deliveries", "outcome", outcome).increment();
    }
}
