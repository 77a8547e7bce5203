package org.kcibridge.it.standin;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.kcibridge.it.standin.tuxrun.TuxRun;

/**
 * How a {@link TuxSuiteStandIn} shall behave where the real one would be unpredictable. Everything can be changed at any
 * time and counts from the next order on; without being told, every build
 * and every test passes at once.
 */
public final class TuxSuiteScript extends Script<TuxSuiteScript> {

    private static final RequestKind ORDERS = new RequestKind("POST", "/v1/groups/[^/]+/projects/[^/]+/(builds|tests)");

    private static final Duration FOREVER = Duration.ofDays(1);

    private final Queue<BuildOutcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Queue<TuxRun> runs = new ConcurrentLinkedQueue<>();
    private volatile Duration testTime = Duration.ZERO;
    private volatile Duration buildTime = Duration.ZERO;
    private volatile Duration answerDelay = Duration.ZERO;
    private volatile BodyEra era = BodyEra.OBJECT;
    private volatile boolean silent;
    private volatile boolean signing = true;
    private volatile Runnable beforeAnswering = () -> {};
    private volatile IntConsumer afterCallback = status -> {};

    TuxSuiteScript() {
        super(ORDERS);
    }

    /** How the next builds end, in the order they are asked for; those after them pass. */
    public TuxSuiteScript nextBuilds(BuildOutcome... next) {
        outcomes.addAll(List.of(next));
        return this;
    }

    /** How the next tests go, in the order they are asked for; those after them pass. */
    public TuxSuiteScript nextRuns(TuxRun... next) {
        runs.addAll(List.of(next));
        return this;
    }

    /** Requests for a file of a build or a test: {@code results.json}, {@code logs.txt}, {@code build.log} and so on. */
    public Occasion onDownload(String file) {
        return on("GET", "/public/.+/" + Pattern.quote(file));
    }

    /** Requests for the state of a build or a test. */
    public Occasion onStatus() {
        return on("GET", "/v1/.+/(builds|tests)/[^/]+");
    }

    /** Time from an order for a build to its callback. */
    public TuxSuiteScript buildTime(Duration time) {
        buildTime = time;
        return this;
    }

    /** Time from an order for a test, or the end of what it waits for, to its callback; half of it the device is booted. */
    public TuxSuiteScript testTime(Duration time) {
        testTime = time;
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

    @Override
    public TuxSuiteScript reset() {
        outcomes.clear();
        runs.clear();
        return super.reset()
                .buildTime(Duration.ZERO)
                .testTime(Duration.ZERO)
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

    TuxRun nextRun() {
        TuxRun next = runs.poll();
        return next == null ? TuxRun.passing() : next;
    }

    Duration buildTime() {
        return buildTime;
    }

    Duration testTime() {
        return testTime;
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

    @Override
    TuxSuiteScript self() {
        return this;
    }

    @Override
    Answer refusal(int status, String message) {
        return TuxSuiteEndpoint.error(status, message);
    }
}
