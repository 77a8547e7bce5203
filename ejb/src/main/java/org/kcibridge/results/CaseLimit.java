package org.kcibridge.results;

/** Counts what a reader finds, since there may not be any number of it. */
final class CaseLimit {

    /** Several times what the largest suites have. */
    static final int MOST = 20_000;

    /** Deeper than anybody nests. */
    static final int DEEPEST = 32;

    private int found;

    /**
     * @param line where the next case is
     * @return how many there are with it
     * @throws MalformedResults when there are too many
     */
    int count(long line) {
        if (++found > MOST) {
            throw new MalformedResults(line, "there are more than %,d cases".formatted(MOST));
        }
        return found;
    }
}
