package org.kcibridge.it.standin.tuxrun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a run at TuxSuite goes. Its callback, its results.json and its logs follow from it and belong together, as they do
 * where the run is real:
 *
 * <pre>{@code
 * TuxRun.of("ltp-smoke").passed("access01").failed("chmod01", "chmod01.c:54: TFAIL: mode is 0644").skipped("ping602")
 *       .and("kselftest-net").unknown("tls")
 * TuxRun.bootFailed("Kernel panic - not syncing: VFS: Unable to mount root fs")
 * TuxRun.infrastructureError(2)
 * TuxRun.of("ltp-syscalls").cases(5_000, i -> TestCase.passed("syscall" + i)).logging(50 << 20)
 * }</pre>
 *
 * <p>Runs are values: each method returns another run. A suite that was ordered and is not told of here is never reported.
 */
public final class TuxRun {

    // Changed only on a copy that nobody else has yet.
    private Ending ending;
    private List<Suite> suites = List.of();
    private boolean typical;
    private Map<String, String> verdicts = Map.of();
    private List<String> lastWords = List.of();
    private int retries;
    private long logBytes;
    private boolean indexed;

    private TuxRun(Ending ending) {
        this.ending = ending;
    }

    private TuxRun(TuxRun other) {
        ending = other.ending;
        suites = other.suites;
        typical = other.typical;
        verdicts = other.verdicts;
        lastWords = other.lastWords;
        retries = other.retries;
        logBytes = other.logBytes;
        indexed = other.indexed;
    }

    /** Whatever is ordered passes, with a few cases each. */
    public static TuxRun passing() {
        return booted().change(run -> run.typical = true);
    }

    /** The kernel boots, and no suite ever reports. */
    public static TuxRun booted() {
        return new TuxRun(Ending.RAN);
    }

    /** The kernel boots, and runs a suite; without cases it is one that starts, ends and reports none. */
    public static TuxRun of(String suite) {
        return booted().and(suite);
    }

    /** The kernel crashes; these are the last lines of its log. */
    public static TuxRun bootFailed(String... lastLines) {
        return new TuxRun(Ending.BOOT_FAILED).change(run -> run.lastWords = List.of(lastLines));
    }

    /** It is not decided whether the kernel booted; TuxSuite will look again. */
    public static TuxRun bootUnknown() {
        return new TuxRun(Ending.BOOT_UNKNOWN);
    }

    /**
     * TuxSuite's own trouble, which says nothing about the kernel.
     *
     * @param retries how many attempts TuxSuite has repeated already; with fewer than 2 it tries again
     */
    public static TuxRun infrastructureError(int retries) {
        return new TuxRun(Ending.ERROR).change(run -> run.retries = retries);
    }

    public static TuxRun canceled() {
        return new TuxRun(Ending.CANCELED);
    }

    /** The run ends with no results at all: {@code {}}. So does one that waited for a build, when that failed. */
    public static TuxRun nothingReported() {
        return new TuxRun(Ending.NOTHING);
    }

    /** Runs one more suite; what is told next is told of it. */
    public TuxRun and(String suite) {
        List<Suite> more = new ArrayList<>(suites);
        more.add(new Suite(suite, List.of(), true));
        return change(run -> run.suites = List.copyOf(more));
    }

    public TuxRun passed(String... cases) {
        return with(Stream.of(cases).map(TestCase::passed).toList());
    }

    public TuxRun failed(String name, String... log) {
        return with(List.of(TestCase.failed(name, log)));
    }

    public TuxRun skipped(String... cases) {
        return with(Stream.of(cases).map(TestCase::skipped).toList());
    }

    /** The device said nothing of how these went. */
    public TuxRun unknown(String... cases) {
        return with(Stream.of(cases).map(TestCase::unknown).toList());
    }

    public TuxRun with(TestCase... cases) {
        return with(List.of(cases));
    }

    /** So many cases, one for each number from 0. */
    public TuxRun cases(int count, IntFunction<TestCase> made) {
        return with(IntStream.range(0, count).mapToObj(made).toList());
    }

    /** The suite is cut short by LAVA's time-out: what follows it never runs, and {@code lava} says so. */
    public TuxRun interrupted() {
        return changeLast(Suite::interrupted);
    }

    /** The callback says this of a suite, or of {@code boot}, whatever really happened. */
    public TuxRun saying(String suite, String word) {
        Map<String, String> said = new HashMap<>(verdicts);
        said.put(suite, word);
        return change(run -> run.verdicts = Map.copyOf(said));
    }

    /** The suites print about so many bytes besides what their cases do. */
    public TuxRun logging(long bytes) {
        return change(run -> run.logBytes = bytes);
    }

    /** The results have the older shape: suites with an index before their name, downloads on one level, no excerpts. */
    public TuxRun indexed() {
        return change(run -> run.indexed = true);
    }

    /** What the run becomes when it is done as ordered. */
    public RunReport report(RunOrder order) {
        return new RunReport(this, order);
    }

    Ending ending() {
        return ending;
    }

    /** The suites that are begun: none after one that is cut short. */
    List<Suite> suites(RunOrder order) {
        if (typical) {
            return order.tests().stream().map(Suite::typical).toList();
        }
        long complete = suites.stream().takeWhile(Suite::completed).count();
        return suites.stream().limit(complete + 1).toList();
    }

    Map<String, String> verdicts() {
        return verdicts;
    }

    List<String> lastWords() {
        return lastWords;
    }

    int retries() {
        return retries;
    }

    long logBytes() {
        return logBytes;
    }

    boolean isIndexed() {
        return indexed;
    }

    private TuxRun with(List<TestCase> cases) {
        return changeLast(suite -> suite.plus(cases));
    }

    private TuxRun changeLast(UnaryOperator<Suite> changed) {
        if (suites.isEmpty()) {
            throw new IllegalStateException("this run has no suite: begin with TuxRun.of(\"ltp-smoke\")");
        }
        List<Suite> others = new ArrayList<>(suites);
        Suite last = others.remove(others.size() - 1);
        others.add(changed.apply(last));
        return change(run -> run.suites = List.copyOf(others));
    }

    private TuxRun change(Consumer<TuxRun> deed) {
        var changed = new TuxRun(this);
        deed.accept(changed);
        return changed;
    }
}
