package org.kcibridge.results;

/** Looks behind the sign that makes a line a nested one in kselftest's output, and a remark everywhere else. */
final class KtapNesting {

    private static final String SIGN = "# ";

    private KtapNesting() {}

    /** The line that is nested in this one, as far in as it is nested; the line itself if none is. */
    static TapLine resolve(TapLine line) {
        TapLine inner = line;
        int indent = line.indent();
        for (int depth = 0; depth < CaseLimit.DEEPEST; depth++) {
            if (!(inner instanceof TapLine.Other remark) || !remark.text().startsWith(SIGN)) {
                break;
            }
            inner = TapLine.of(remark.text().substring(SIGN.length()));
            indent += SIGN.length() + inner.indent();
            if (isOfADocument(inner)) {
                return moved(inner, indent);
            }
        }
        return line;
    }

    /** In a remark somebody may begin a sentence with "ok"; a result there has a number. */
    private static boolean isOfADocument(TapLine line) {
        return line instanceof TapLine.Result result
                ? result.number().isPresent()
                : !(line instanceof TapLine.Other || line instanceof TapLine.BailOut);
    }

    private static TapLine moved(TapLine line, int indent) {
        if (line instanceof TapLine.Version version) {
            return new TapLine.Version(indent, version.dialect(), version.number());
        }
        if (line instanceof TapLine.Plan plan) {
            return new TapLine.Plan(indent, plan.count(), plan.skipped());
        }
        if (line instanceof TapLine.Subtest subtest) {
            return new TapLine.Subtest(indent, subtest.name());
        }
        TapLine.Result result = (TapLine.Result) line;
        return new TapLine.Result(
                indent, result.ok(), result.number(), result.name(), result.directive(), result.note());
    }
}
