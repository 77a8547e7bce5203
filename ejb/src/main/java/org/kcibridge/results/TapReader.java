package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kcibridge.report.Status;

/**
 * Reads TAP, version 13: results with their diagnostics behind them, the plan at the beginning or at the end. What
 * contradicts itself is malformed; what only breaks off is not, but then the suite as a whole has an error.
 */
final class TapReader {

    private final CaseLimit cases = new CaseLimit();
    private final TapPlan plan = new TapPlan();
    private final List<CaseResult> found = new ArrayList<>();
    private final String suite;
    private Optional<String> bailedOut = Optional.empty();
    private Optional<TapDetails> details = Optional.empty();
    private CaseLog log = new CaseLog();
    private long number;

    private TapReader(String suite) {
        this.suite = suite;
    }

    /** @throws MalformedResults when it contradicts itself, when there is nothing in it or too much */
    static List<CaseResult> read(InputStream in, String suite) throws IOException {
        TapReader reader = new TapReader(suite);
        LogLines.read(in, reader::line);
        return reader.end();
    }

    private void line(String text) {
        number++;
        if (bailedOut.isPresent()) {
            return;
        }
        TapLine line = TapLine.of(text);
        if (details.isPresent()) {
            details(text);
        } else if (line.indent() > 0) {
            indented(text);
        } else if (line instanceof TapLine.Result result) {
            result(result);
        } else if (line instanceof TapLine.Plan planned) {
            plan.is(planned, number);
        } else if (line instanceof TapLine.Version version) {
            version(version);
        } else if (line instanceof TapLine.BailOut end) {
            bailedOut = Optional.of(end.reason().isEmpty() ? "bailed out" : "bailed out: " + end.reason());
        } else {
            log.add(text);
        }
    }

    private void version(TapLine.Version version) {
        if (!version.dialect().equals("TAP") || version.number() != 13) {
            throw new MalformedResults(
                    number, "%s version %d is not known here".formatted(version.dialect(), version.number()));
        }
        if (plan.isKnown() || !found.isEmpty()) {
            throw new MalformedResults(number, "the version belongs at the beginning");
        }
    }

    private void result(TapLine.Result line) {
        cases.count(number);
        int place = plan.place(line.number(), number);
        finishLast();
        CaseResult result = CaseResult.of(
                suite, line.directive().status(line.ok()), line.name().isEmpty() ? String.valueOf(place) : line.name());
        found.add(line.directive()
                .comment(line.ok(), line.note())
                .map(result::commented)
                .orElse(result));
    }

    private void indented(String text) {
        log.add(text);
        if (TapDetails.begins(text)) {
            details = Optional.of(new TapDetails(text, number));
        }
    }

    private void details(String text) {
        TapDetails block = details.get();
        log.add(text);
        if (block.ends(text)) {
            details = Optional.empty();
            if (!found.isEmpty()) {
                found.add(block.addTo(found.remove(found.size() - 1)));
            }
        }
    }

    /** Diagnostics stand behind the result they belong to. */
    private void finishLast() {
        if (!found.isEmpty() && !log.isEmpty()) {
            found.add(found.remove(found.size() - 1).logging(log.toString()));
        }
        log = new CaseLog();
    }

    private List<CaseResult> end() {
        details.ifPresent(open -> {
            throw new MalformedResults(open.line(), "the block that begins here never ends");
        });
        finishLast();
        boolean nothing = found.isEmpty() && !plan.isKnown() && bailedOut.isEmpty();
        Optional<CaseResult> whole = nothing ? Optional.empty() : whole();
        if (found.isEmpty() && whole.isEmpty()) {
            throw new MalformedResults(0, "there is no result in it");
        }
        List<CaseResult> all = new ArrayList<>(found);
        whole.ifPresent(result -> all.add(0, result));
        return all;
    }

    private Optional<CaseResult> whole() {
        return bailedOut
                .or(plan::trouble)
                .map(trouble -> CaseResult.of(suite, Status.ERROR).commented(trouble))
                .or(() -> plan.skipped()
                        .map(reason -> CaseResult.of(suite, Status.SKIP).commented(reason)));
    }
}
