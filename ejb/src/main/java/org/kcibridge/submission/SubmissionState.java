package org.kcibridge.submission;

/** How far a report is on its way to KCIDB. */
public enum SubmissionState {
    WAITING,
    /** An attempt failed, or KCIDB failed to process it; it is sent again, with the same ids. */
    RETRY,
    /** KCIDB took it into its spool and gave it an id. */
    SENT,
    /** KCIDB has processed it. */
    CONFIRMED,
    /** It cannot be delivered as it is; an operator has to look. */
    DEAD
}
