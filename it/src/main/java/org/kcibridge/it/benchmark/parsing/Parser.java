package org.kcibridge.it.benchmark.parsing;

import java.util.function.Function;

/** What reads and checks that which comes from outside, and the documents that are made of it. */
public enum Parser {
    KTAP("KTAP", "case", Sizes.CASES, Readings::ktap),
    TAP("TAP", "case", Sizes.CASES, Readings::tap),
    JUNIT("JUnit XML", "case", Sizes.JUNIT_CASES, Readings::junit),
    LAVA_RESULTS("results.json of LAVA", "case", Sizes.CASES, Readings::lavaResults),
    LAVA_LOG("log of LAVA", "case", Sizes.CASES, Readings::lavaLog),
    BUILD_CALLBACK("callback of a build", "callback", 1, Readings::buildCallback),
    TEST_CALLBACK("callback of a test", "callback", 1, Readings::testCallback),
    SIGNATURE("signature of a callback", "callback", 1, Readings::signature),
    BUILD_REPORT("report of a build", "callback", 1, Readings::buildReport),
    TEST_REPORT("report of a test", "case", Sizes.CASES, Readings::testReport),
    SCHEMA("document for KCIDB", "test", Sizes.CASES, Readings::schema);

    private final String label;
    private final String item;
    private final int count;
    private final Function<ParserTexts, Reading> reading;

    Parser(String label, String item, int count, Function<ParserTexts, Reading> reading) {
        this.label = label;
        this.item = item;
        this.count = count;
        this.reading = reading;
    }

    /** What people call its text. */
    public String label() {
        return label;
    }

    /** What its text is made of. */
    public String item() {
        return item;
    }

    /** How many of these there are in it. */
    public int count() {
        return count;
    }

    Reading reading(ParserTexts texts) {
        return reading.apply(texts);
    }

    /** As large as texts get that nobody would call odd. */
    public static final class Sizes {

        public static final int CASES = 5_000;
        public static final int JUNIT_CASES = 1_000;

        private Sizes() {}
    }
}
