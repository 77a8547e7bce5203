package org.kcibridge.report;

/**
 * The kinds of objects a KCIDB document may hold, in the order in which we write them: parents before the objects that
 * refer to them. The keys are the names of the lists in schema 5.3.
 */
public enum Kind {
    CHECKOUTS("checkouts", "checkout"),
    BUILDS("builds", "build"),
    TESTS("tests", "test"),
    ISSUES("issues", "issue"),
    INCIDENTS("incidents", "incident");

    private final String key;
    private final String noun;

    Kind(String key, String noun) {
        this.key = key;
        this.noun = noun;
    }

    /** The name of this kind's list in a KCIDB document. */
    public String key() {
        return key;
    }

    /** What one object of this kind is called. */
    public String noun() {
        return noun;
    }
}
