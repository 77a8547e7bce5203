package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kcibridge.report.KcidbText;
import org.kcibridge.report.Status;

/**
 * Finds in the log of a job what belongs to each case, by the signals the suites send. It is read once, and no more of it
 * is held than is wanted, however long it is.
 *
 * <p>What comes before the first signal belongs to booting. If a suite does not come to its end, what follows its last result
 * belongs to the suite as a whole: there is the reason, somewhere.
 */
public final class LavaLog {

    /** What the cases may take up together; the more there are the less each gets. */
    private static final int ALL_CASES = 16 << 20;

    private static final int LEAST_PER_CASE = 1_024;
    /** The kernel's last words, and nobody else's. */
    private static final String PANIC = "Kernel panic - not syncing";

    private final List<CaseResult> results;
    private final Map<String, Deque<CaseResult>> wanted = new HashMap<>();
    private final Map<CaseResult, String> found = new IdentityHashMap<>();
    private final Set<String> known;
    private final NumberedLines numbered;
    private final int limit;
    private final CaseLog boot = new CaseLog();
    private CaseLog rest = boot;
    private CaseLog lines = boot;
    private Optional<String> suite = Optional.empty();
    private Optional<String> started = Optional.empty();
    private boolean panic;

    /** @param results what the lines are looked for of; those that have lines already keep them */
    public LavaLog(List<CaseResult> results) {
        this.results = List.copyOf(results);
        List<CaseResult> cases =
                results.stream().filter(result -> !result.isOfWholeSuite()).toList();
        cases.forEach(result -> wanted.computeIfAbsent(result.caseName(), name -> new ArrayDeque<>())
                .add(result));
        this.known = Set.copyOf(wanted.keySet());
        List<CaseResult> lacking =
                cases.stream().filter(result -> result.log().isEmpty()).toList();
        int each = ALL_CASES / Math.max(1, lacking.size());
        this.limit = Math.max(LEAST_PER_CASE, Math.min(KcidbText.EXCERPT_LIMIT, each));
        this.numbered = new NumberedLines(lacking, limit);
    }

    /** @throws IOException when the log cannot be read to its end; what came until then has been seen */
    public void read(InputStream log) throws IOException {
        LogLines.read(log, this::line);
    }

    /** The results with the lines that were found of them. */
    public List<CaseResult> results() {
        return results.stream().map(this::completed).toList();
    }

    private void line(String line) {
        numbered.add(line);
        LavaSignal.in(line).ifPresentOrElse(signal -> signal(signal, line), () -> {
            keep(line);
            panic = panic || line.contains(PANIC);
        });
    }

    private void keep(String line) {
        lines.add(line);
        if (lines != rest) {
            rest.add(line);
        }
    }

    private void signal(LavaSignal signal, String line) {
        // Whoever still speaks is none that panicked.
        panic = false;
        if (rest == boot) {
            beginAnew();
        }
        switch (signal.kind()) {
            case STARTRUN, ENDRUN -> {
                suite = Optional.of(signal.subject()).filter(name -> signal.kind() == LavaSignal.Kind.STARTRUN);
                beginAnew();
            }
            case STARTTC -> {
                started = Optional.of(signal.subject());
                lines = new CaseLog(limit);
                keep(line);
            }
            case ENDTC -> keep(line);
            case TESTCASE -> result(signal, line);
        }
    }

    /** LAVA does not take a result that comes too late, after a time-out for example: then it ends nothing. */
    private void result(LavaSignal signal, String line) {
        if (!known.contains(signal.subject())) {
            keep(line);
            return;
        }
        boolean announced = started.filter(signal.subject()::equals).isPresent();
        found(signal.subject(), (announced ? lines : new CaseLog(limit)).add(line));
        beginAnew();
    }

    private void beginAnew() {
        started = Optional.empty();
        rest = new CaseLog();
        lines = rest;
    }

    private void found(String id, CaseLog lines) {
        Deque<CaseResult> candidates = wanted.getOrDefault(id, new ArrayDeque<>());
        candidates.stream()
                .filter(result -> suite.isEmpty() || suite.get().equals(result.suite()))
                .findFirst()
                .ifPresent(result -> {
                    candidates.removeIf(candidate -> candidate == result);
                    // Also one that needs no lines takes its turn, or its namesake would get the wrong ones.
                    if (result.log().isEmpty()) {
                        found.put(result, lines.toString());
                    }
                });
    }

    private CaseResult completed(CaseResult result) {
        if (!result.log().isEmpty()) {
            return result;
        }
        if (!result.isOfWholeSuite()) {
            return Optional.ofNullable(found.get(result))
                    .or(() -> numbered.of(result))
                    .map(result::logging)
                    .orElse(result);
        }
        if (result.suite().equals(LavaResults.BOOT)) {
            return result.logging(boot.toString());
        }
        return suite.filter(result.suite()::equals).isPresent() && result.status() == Status.ERROR
                ? brokenOff(result.logging(rest.toString()))
                : result;
    }

    private CaseResult brokenOff(CaseResult result) {
        return panic ? result.ended(Status.FAIL).commented("the kernel panicked") : result;
    }
}
