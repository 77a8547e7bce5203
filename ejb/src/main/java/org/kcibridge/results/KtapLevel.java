package org.kcibridge.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kcibridge.report.Status;

/**
 * One level of a KTAP document. Results of a deeper level come before the one they belong to, so they are kept until that
 * one tells its name.
 */
final class KtapLevel {

    /** Whose results they are is known when all has been read. */
    static final String SUITE = "ktap";

    private final int indent;
    private final List<CaseResult> results = new ArrayList<>();
    private final List<CaseResult> deeper = new ArrayList<>();
    private Optional<String> name = Optional.empty();
    private Optional<String> nameOfNext = Optional.empty();
    private int planned;
    private int seen;
    private int missing;
    private int missingDeeper;

    KtapLevel(int indent) {
        this.indent = indent;
    }

    int indent() {
        return indent;
    }

    /** Whether it has come so far that what begins now is another document. */
    boolean hasResults() {
        return !results.isEmpty() || !deeper.isEmpty();
    }

    boolean hasName() {
        return name.isPresent();
    }

    boolean hasPlan() {
        return planned > 0;
    }

    /** What this level is called, where it says so at its beginning. */
    void named(String subtest) {
        name = Optional.of(subtest);
    }

    /** What the next result here will be called; the one before, if it is still due, will not come any more. */
    void announces(String result) {
        settle();
        nameOfNext = Optional.of(result);
    }

    /** So many results are due. */
    void plan(int count) {
        planned = count;
    }

    /** A result of this level, to which the deeper ones belong that were found before it. */
    void add(CaseResult result) {
        seen++;
        deeper.stream().map(inner -> inner.below(result.name())).forEach(results::add);
        results.add(missingDeeper == 0 ? result : result.commented(missing(missingDeeper, result.comment())));
        deeper.clear();
        missingDeeper = 0;
        nameOfNext = Optional.empty();
    }

    /** A deeper level has ended; the next result here will be the one that its results belong to. */
    void contains(KtapLevel inner) {
        inner.settle();
        deeper.addAll(inner.results);
        missingDeeper += inner.missing + Math.max(0, inner.planned - inner.seen);
        if (nameOfNext.isEmpty()) {
            nameOfNext = inner.name;
        }
    }

    /**
     * The result that the deeper ones belong to never came, because the kernel died or its output was lost: that is an error,
     * if it is known what it would have been called.
     */
    void settle() {
        if (nameOfNext.isPresent()) {
            add(CaseResult.of(SUITE, Status.ERROR, KtapName.levels(nameOfNext.get()))
                    .commented("never came to a result"));
        }
        results.addAll(deeper);
        deeper.clear();
        missing += missingDeeper;
        missingDeeper = 0;
    }

    /** All results of a document, and one of the whole suite first if some are missing. */
    List<CaseResult> document() {
        settle();
        Stream<CaseResult> whole = missing == 0
                ? Stream.empty()
                : Stream.of(CaseResult.of(SUITE, Status.ERROR).commented(missing(missing, Optional.empty())));
        return Stream.concat(whole, results.stream()).toList();
    }

    private static String missing(int count, Optional<String> comment) {
        return comment.map(text -> text + "; ").orElse("")
                + (count == 1 ? "1 result that was due is missing" : count + " results that were due are missing");
    }
}
