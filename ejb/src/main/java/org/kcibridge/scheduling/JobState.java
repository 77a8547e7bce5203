package org.kcibridge.scheduling;

/** How far a job has come. A job only moves forward, and never leaves an end state. */
public enum JobState {
    /** Safe with us; the runner does not have it, or we do not know that it has. */
    REQUESTED,
    /** The runner took it and gave it an id. */
    SUBMITTED,
    /** The runner refused it. */
    REJECTED,
    /** The result is reported. */
    FINISHED,
    /** The runner never told how it ended; that is what is reported. */
    LOST;

    public boolean isEnd() {
        return this != REQUESTED && this != SUBMITTED;
    }
}
