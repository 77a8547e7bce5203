package org.kcibridge.scheduling;

/** How far a job has come. A job only moves forward, and never leaves an end state. */
public enum JobState {
    /** Safe with us; the runner does not have it, or we do not know that it has. */
    REQUESTED,
    /** The runner took it and gave it an id. */
    SUBMITTED,
    /** The runner refused it. */
    REJECTED,
    /** An operator ended it before the runner had it; nothing is reported. */
    CANCELLED,
    /** The result is reported. */
    FINISHED,
    /** The runner never told how it ended; that is what is reported. */
    LOST;

    /** Whether there is nothing left to do for it, as far as we know. */
    public boolean isEnd() {
        return this != REQUESTED && this != SUBMITTED;
    }

    /**
     * Whether its result is out, so that nothing can change it any more. That of a rejected or cancelled job is not: a
     * runner may have taken an order whose answer got lost, and refused only its repetition, or never been told.
     */
    public boolean isReported() {
        return this == FINISHED || this == LOST;
    }
}
