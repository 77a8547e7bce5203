package org.kcibridge.report;

/**
 * The kinds of objects a KCIDB document may hold, in the order in which we write them: parents before the objects that
 * refer to them. The keys are the names of the lists in schema 5.3.
 */
public enum Kind {
    CHECKOUTS("checkouts"),
    BUILDS("builds"),
    TESTS("tests"),
    ISSUES("issues"),
    INCIDENTS("incidents");

    private final String key;

    Kind(String key) {
        this.key = key;
    }

    /** The name of this kind's list in a KCIDB document. */
    public String key() {
        return key;
    }
}
