package org.kcibridge.it.standin;

import java.time.Duration;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** How a {@link KcidbStandIn} shall behave where the real one would be unpredictable; without orders it is well. */
public final class KcidbScript {

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private volatile Duration ingestTime = Duration.ZERO;
    private volatile Runnable afterStoring = () -> {};

    KcidbScript() {}

    /** The next posts get these answers, and their documents are not kept. */
    public KcidbScript answerNext(Answer... next) {
        Collections.addAll(answers, next);
        return this;
    }

    /** The next posts all get this answer. */
    public KcidbScript answerNext(int posts, Answer answer) {
        answers.addAll(Collections.nCopies(posts, answer));
        return this;
    }

    /** The documents of the next posts are kept, but the submitter never learns of it. */
    public KcidbScript dropAnswers(int posts) {
        dropped.set(posts);
        return this;
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

    /** Forgets everything ordered so far. */
    public KcidbScript reset() {
        answers.clear();
        return dropAnswers(0).failNext(0).ingestTime(Duration.ZERO).afterStoring(() -> {});
    }

    Answer nextAnswer() {
        return answers.poll();
    }

    boolean dropsAnswer() {
        return takeOne(dropped);
    }

    boolean failsDocument() {
        return takeOne(failing);
    }

    Duration ingestTime() {
        return ingestTime;
    }

    Runnable afterStoring() {
        return afterStoring;
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
