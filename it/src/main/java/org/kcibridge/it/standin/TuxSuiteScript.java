package org.kcibridge.it.standin;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/**
 * How a {@link TuxSuiteStandIn} shall behave where the real one would be unpredictable. Everything can be changed at any
 * time and counts from the next order on; without orders every build passes at once.
 */
public final class TuxSuiteScript {

    private static final Duration FOREVER = Duration.ofDays(1);

    private final Queue<BuildOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> refusals = new ConcurrentLinkedQueue<>();
    private volatile Duration buildTime = Duration.ZERO;
    private volatile Duration answerDelay = Duration.ZERO;
    private volatile BodyEra era = BodyEra.OBJECT;
    private volatile boolean silent;
    private volatile boolean signing = true;
    private volatile Runnable beforeAnswering = () -> {};
    private volatile IntConsumer afterCallback = status -> {};

    TuxSuiteScript() {}

    /** How the next builds end, in the order they are asked for; those after them pass. */
    public TuxSuiteScript nextBuilds(BuildOutcome... next) {
        outcomes.addAll(List.of(next));
        return this;
    }

    /** Refuses one more order, with an {@code error} in the words given. */
    public TuxSuiteScript refuseNext(int status, String message) {
        return answerNext(Answer.json(
                status, Json.createObjectBuilder().add("error", message).build()));
    }

    /** Answers one more order as given, and does not take it on. */
    public TuxSuiteScript answerNext(Answer answer) {
        refusals.add(answer);
        return this;
    }

    /** Time from an order to its callback. */
    public TuxSuiteScript buildTime(Duration time) {
        buildTime = time;
        return this;
    }

    /** Time from an order, taken on at once, to its answer. */
    public TuxSuiteScript answerDelay(Duration delay) {
        answerDelay = delay;
        return this;
    }

    /** Takes orders on, and lets the client wait for the answer until it gives up. */
    public TuxSuiteScript neverAnswer() {
        return answerDelay(FOREVER);
    }

    public TuxSuiteScript era(BodyEra shape) {
        era = shape;
        return this;
    }

    /** Builds finish, but nobody is called back. */
    public TuxSuiteScript silent(boolean yes) {
        silent = yes;
        return this;
    }

    /** Whether callbacks are signed; projects without a key of their own get none. */
    public TuxSuiteScript signing(boolean yes) {
        signing = yes;
        return this;
    }

    /** Runs when an order is taken on and not yet answered: the place for a crash. */
    public TuxSuiteScript beforeAnswering(Runnable hook) {
        beforeAnswering = hook;
        return this;
    }

    /** Runs when a callback was answered, with the HTTP status; 0 where nobody could be reached. */
    public TuxSuiteScript afterCallback(IntConsumer hook) {
        afterCallback = hook;
        return this;
    }

    /** Forgets everything ordered so far. */
    public TuxSuiteScript reset() {
        outcomes.clear();
        refusals.clear();
        return buildTime(Duration.ZERO)
                .answerDelay(Duration.ZERO)
                .era(BodyEra.OBJECT)
                .silent(false)
                .signing(true)
                .beforeAnswering(() -> {})
                .afterCallback(status -> {});
    }

    BuildOutcome nextOutcome() {
        BuildOutcome next = outcomes.poll();
        return next == null ? BuildOutcome.pass() : next;
    }

    Answer nextRefusal() {
        return refusals.poll();
    }

    Duration buildTime() {
        return buildTime;
    }

    Duration answerDelay() {
        return answerDelay;
    }

    BodyEra era() {
        return era;
    }

    boolean isSilent() {
        return silent;
    }

    boolean isSigning() {
        return signing;
    }

    Runnable beforeAnswering() {
        return beforeAnswering;
    }

    IntConsumer afterCallback() {
        return afterCallback;
    }
}
