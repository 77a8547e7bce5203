package org.kcibridge.report;

/**
 * The verdict on a build or a test, in KCIDB's words. "No status" (scheduled, or running) is the absence of one.
 */
public enum Status {
    /** The code under test is at fault. */
    FAIL,
    /** The build or test broke itself; nothing is known about the code. */
    ERROR,
    /** The harness never ran it. */
    MISS,
    PASS,
    /** It ran and gave no verdict, a measurement for example. */
    DONE,
    /** It does not apply here. */
    SKIP
}
