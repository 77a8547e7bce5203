package org.kcibridge.it.standin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How a {@link KcidbStandIn} shall behave where the real one would be unpredictable; without orders it is well. */
public final class KcidbScript extends Script<KcidbScript> {

    private static final RequestKind POSTS = new RequestKind("POST", "/submit");

    private final AtomicInteger failing = new AtomicInteger();
    private volatile Duration ingestTime = Duration.ZERO;
    private volatile Runnable afterStoring = () -> {};

    KcidbScript() {
        super(POSTS);
    }

    /** The documents of the next posts are kept, but the submitter never learns of it. */
    public KcidbScript dropAnswers(int posts) {
        return spoilNext(posts, answer -> Answer.hangUp());
    }

    /** Questions after the status of a submission. */
    public Occasion onStatus() {
        return on("GET", "/status");
    }

    /** The next documents fail in the ingester, as innocent ones do beside a bad one. */
    public KcidbScript failNext(int documents) {
        failing.set(documents);
        return this;
    }

    /** Time from a document's acceptance until its status says more than {@code ready}. */
    public KcidbScript ingestTime(Duration time) {
        ingestTime = time;
        return this;
    }

    /** Runs when a document is kept and the post not yet answered: the place for a crash. */
    public KcidbScript afterStoring(Runnable hook) {
        afterStoring = hook;
        return this;
    }

    @Override
    public KcidbScript reset() {
        return super.reset().failNext(0).ingestTime(Duration.ZERO).afterStoring(() -> {});
    }

    boolean failsDocument() {
        return failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    Duration ingestTime() {
        return ingestTime;
    }

    Runnable afterStoring() {
        return afterStoring;
    }

    @Override
    KcidbScript self() {
        return this;
    }

    @Override
    Answer refusal(int status, String message) {
        return KcidbEndpoint.reply(status, "0", "error", message);
    }
}
