package org.kcibridge.results;

import jakarta.ejb.ApplicationException;

/** Results cannot be made sense of. The message says where and why, in one line. */
@ApplicationException(rollback = true)
public class MalformedResults extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String reason;

    /** @param line counted from 1, or 0 if it is about the whole */
    public MalformedResults(long line, String reason) {
        super(line == 0 ? reason : "line %d: %s".formatted(line, reason));
        this.line = line;
        this.reason = reason;
    }

    /** Counted from 1; 0 if it is about the whole. */
    public long line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
