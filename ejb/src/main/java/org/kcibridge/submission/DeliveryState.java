package org.kcibridge.submission;

/** How far a delivery is. */
public enum DeliveryState {
    /** It is under way, or the node that posted it died before it had an answer. */
    POSTED,
    /** KCIDB has it and has not processed it yet. */
    SPOOLED,
    /** KCIDB has processed it. */
    PROCESSED,
    /** KCIDB could not process it, or knows nothing of it any more; it never says why. */
    FAILED,
    /** KCIDB does not take it as it is. */
    REFUSED,
    /** KCIDB could not be reached, was in trouble, or does not know us. */
    NOT_TAKEN
}
