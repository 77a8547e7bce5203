package org.kcibridge.results;

import org.kcibridge.report.KcidbText;

/**
 * Collects the lines a case wrote. Of a case that never stops talking only the end is kept, where the reason of a failure
 * stands, so that the memory it takes is bounded however much is added.
 */
public final class CaseLog {

    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private boolean begun;

    /** For as much as KCIDB takes of a case. */
    public CaseLog() {
        this(KcidbText.EXCERPT_LIMIT);
    }

    /** @param limit how many characters are kept */
    public CaseLog(int limit) {
        this.limit = limit;
    }

    /** Adds a line; its end of line is ours. */
    public CaseLog add(String line) {
        if (begun) {
            text.append('\n');
        }
        begun = true;
        text.append(KcidbText.tail(line, limit));
        // Not on every line, or each would move all those before it. A character takes two chars at most.
        if (text.length() > 4 * limit) {
            text.delete(0, text.length() - 2 * limit);
        }
        return this;
    }

    public boolean isEmpty() {
        return !begun;
    }

    /** The lines, at most {@code limit} characters of their end. */
    @Override
    public String toString() {
        return KcidbText.tail(text.toString(), limit);
    }
}
