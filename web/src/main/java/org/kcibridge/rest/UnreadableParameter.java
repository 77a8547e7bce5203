package org.kcibridge.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path or query parameter whose text does not fit its type. Jakarta REST calls that 404, or 400 when a bean's setter
 * refused it, both with a cause; for our clients it is 400, naming the parameter.
 */
final class UnreadableParameter {

    // The name is in the message only. Should RESTEasy word it differently, the answer is less helpful and still right.
    private static final Pattern NAME = Pattern.compile("(?:Query|Path|Header)Param\\(\"([^\"]+)\"\\)");

    private UnreadableParameter() {}

    static Problem problem(WebApplicationException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .filter(ProblemException.class::isInstance)
                .findFirst()
                .map(refused -> ((ProblemException) refused).problem())
                .orElseGet(() -> named(String.valueOf(e.getMessage())));
    }

    private static Problem named(String message) {
        Matcher name = NAME.matcher(message);
        return name.find()
                ? ProblemException.badParameter(name.group(1), "is not valid").problem()
                : Problem.of(Response.Status.BAD_REQUEST, "A parameter is not valid.");
    }
}
