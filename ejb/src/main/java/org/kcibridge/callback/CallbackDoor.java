package org.kcibridge.callback;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.kcibridge.heartbeat.Heartbeat;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.meter.Meters;
import org.kcibridge.runner.Runner;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.scheduling.JobLedger;

/**
 * Lets callbacks in that prove where they come from, and keeps them. A signature decides when a key is configured and one
 * came along; otherwise the job's own secret has to be right. The body is not looked into before that.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackDoor {

    private static final String RECEIVED = "kci_bridge.callbacks.received";
    private static final String REFUSED = "kci_bridge.callbacks.refused";

    @Inject
    RunnerCatalog runners;

    @Inject
    JobLedger ledger;

    @Inject
    CallbackInbox inbox;

    @Inject
    Crowd crowd;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Meters meters;

    /**
     * Takes a callback in.
     *
     * @param door the path it came by: build, test or boot
     * @param named the job the callback address names, or {@code null}
     * @param signature the runner's signature, or {@code null}
     * @param secret the value of the header we gave the runner along with the job, or {@code null}
     * @throws UnprovenCallback when neither signature nor secret proves it; nothing is kept then
     */
    public void receive(String runner, String door, UUID named, String signature, String secret, byte[] body) {
        Optional<Boolean> signed = signedBy(runners.get(runner), signature, body);
        // The address is nobody's word: the job it names counts only if its secret came along.
        Optional<JobSecret> key = JobSecret.read(secret).filter(one -> named == null || named.equals(one.job()));
        require(signed.orElseGet(() -> key.filter(this::opens).isPresent()), door);
        crowd.enter();
        try {
            inbox.keep(runner, door, key, signed.isPresent() ? Proof.SIGNATURE : Proof.SECRET, body);
        } finally {
            crowd.leave();
        }
        heartbeat.call(CallbackProcessor.NAME);
        meters.counter(RECEIVED, "door", door).increment();
    }

    private static Optional<Boolean> signedBy(Runner runner, String signature, byte[] body) {
        return signature == null ? Optional.empty() : runner.signed(body, signature);
    }

    private boolean opens(JobSecret key) {
        return ledger.find(key.job())
                .filter(job -> same(job.callbackSecret(), key.secret()))
                .isPresent();
    }

    private static boolean same(String ours, String theirs) {
        return MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }

    /** Counted, because a log that somebody fills on purpose is not read. */
    private void require(boolean proven, String door) {
        if (!proven) {
            BridgeLog.LOG.unproven(door);
            meters.counter(REFUSED, "door", door).increment();
            throw new UnprovenCallback();
        }
    }
}
