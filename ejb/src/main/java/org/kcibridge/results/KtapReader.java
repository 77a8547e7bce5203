package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kcibridge.report.Status;

/**
 * Reads KTAP, version 1, as KUnit and kselftest print it: nested by indentation or, in kselftest's, by {@code "# "}; with or
 * without the kernel's prefix on each line; and amidst whatever else is written to a console. TAP is read as well where it is
 * nested in the same way.
 *
 * <p>Each result is a case, those with results of their own too. Output that breaks off still counts: what is missing is
 * reported as an error of whatever should have reported it.
 */
final class KtapReader {

    private static final String KSELFTEST = "kselftest";
    private static final String KUNIT = "kunit";

    private final Deque<KtapLevel> levels = new ArrayDeque<>();
    private final CaseLimit cases = new CaseLimit();
    private Optional<String> skipped = Optional.empty();
    private CaseLog log = new CaseLog();
    private boolean ofKselftest;
    private long number;

    private KtapReader() {
        levels.push(new KtapLevel(-1));
    }

    /**
     * @param suite as it was asked for; otherwise that of the two that speak KTAP whose names these are
     * @throws MalformedResults when there is no result in it, or when there are too many
     */
    static List<CaseResult> read(InputStream in, Optional<String> suite) throws IOException {
        KtapReader reader = new KtapReader();
        LogLines.read(in, reader::line);
        String known = suite.orElse(reader.ofKselftest ? KSELFTEST : KUNIT);
        return reader.end().stream().map(result -> result.in(known)).toList();
    }

    private void line(String raw) {
        number++;
        TapLine line = KtapNesting.resolve(TapLine.of(KernelLine.text(raw)));
        if (line instanceof TapLine.Result result) {
            result(result);
        } else if (line instanceof TapLine.Plan plan) {
            plan(plan);
        } else if (line instanceof TapLine.Version version) {
            version(version);
        } else if (line instanceof TapLine.Subtest subtest) {
            open(subtest.indent(), KtapLevel::hasName).named(subtest.name());
        } else {
            log.add(raw);
            KtapName.announced(line).ifPresent(name -> announced(line.indent(), name));
        }
    }

    private void announced(int indent, String name) {
        ofKselftest = true;
        at(indent).announces(name);
    }

    private void version(TapLine.Version version) {
        boolean known = version.dialect().equals("KTAP")
                ? version.number() == 1
                : version.number() == 13 || version.number() == 14;
        if (!known) {
            throw new MalformedResults(
                    number, "%s version %d is not known".formatted(version.dialect(), version.number()));
        }
        // What was written before is none of its.
        log = new CaseLog();
        open(version.indent(), level -> level.hasName() || level.hasPlan());
    }

    private void plan(TapLine.Plan plan) {
        if (plan.count() > CaseLimit.MOST) {
            throw new MalformedResults(number, "%,d cases are more than are taken".formatted(plan.count()));
        }
        at(plan.indent()).plan(plan.count());
        if (levels.size() == 2) {
            skipped = plan.skipped();
        }
    }

    private void result(TapLine.Result line) {
        int count = cases.count(number);
        String name = line.name().isEmpty() ? String.valueOf(line.number().orElse(count)) : line.name();
        ofKselftest |= KtapName.isOfKselftest(name);
        CaseResult result = CaseResult.of(KtapLevel.SUITE, line.directive().status(line.ok()), KtapName.levels(name))
                .logging(log.toString());
        log = new CaseLog();
        at(line.indent())
                .add(line.directive()
                        .comment(line.ok(), line.note())
                        .map(result::commented)
                        .orElse(result));
    }

    /**
     * Begins a document at this level. One that is open there has ended, though it never said so.
     *
     * @param begun whether one that has no results yet is open nevertheless
     */
    private KtapLevel open(int indent, Predicate<KtapLevel> begun) {
        KtapLevel level = at(indent);
        if (!level.hasResults() && !begun.test(level)) {
            return level;
        }
        levels.pop();
        levels.peek().contains(level);
        levels.peek().settle();
        return at(indent);
    }

    /** The level of a line. Deeper ones end with it, and what they found belongs to what comes next here. */
    private KtapLevel at(int indent) {
        KtapLevel ended = null;
        while (levels.peek().indent() > indent) {
            KtapLevel deepest = levels.pop();
            if (ended != null) {
                deepest.contains(ended);
            }
            ended = deepest;
        }
        if (levels.peek().indent() < indent) {
            if (levels.size() > CaseLimit.DEEPEST) {
                throw new MalformedResults(number, "the results are nested too deeply");
            }
            levels.push(new KtapLevel(indent));
        }
        if (ended != null) {
            levels.peek().contains(ended);
        }
        return levels.peek();
    }

    private List<CaseResult> end() {
        List<CaseResult> found = at(-1).document();
        if (!found.isEmpty()) {
            return found;
        }
        return skipped.map(reason -> CaseResult.of(KtapLevel.SUITE, Status.SKIP).commented(reason))
                .map(List::of)
                .orElseThrow(() -> new MalformedResults(0, "there is no result in it"));
    }
}
