package org.kcibridge.rest;

import java.util.List;

/**
 * Ends a request with a problem. For what a resource itself finds wrong with the request; what the core refuses has
 * exceptions and mappers of its own.
 */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** Ends the request with this problem. */
    public ProblemException(Problem problem) {
        // Without a stack trace: it tells the client about himself, and is never logged.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** A path or query parameter is malformed: 400, naming it. */
    public static ProblemException badParameter(String name, String message) {
        return new ProblemException(
                Problem.of(400, name + ": " + message).with(List.of(new FieldError(name, message))));
    }

    /** What the client is told. */
    public Problem problem() {
        return problem;
    }
}
