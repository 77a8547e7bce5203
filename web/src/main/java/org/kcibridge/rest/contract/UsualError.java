package org.kcibridge.rest.contract;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.kcibridge.rest.Problem;

/**
 * Errors that come from what all resources have in common, and not from what one does. They are described once, and each
 * operation refers to those it can answer. That anything can fail with 500 goes without saying.
 */
enum UsualError {
    BAD_REQUEST(400, "A parameter or a header is malformed; errors[] names the parameter.", endpoint -> true),
    UNAUTHORIZED(401, "No token, or one that is unknown, expired or revoked.", endpoint -> endpoint.role()
            .isPresent()),
    FORBIDDEN(403, "The token's role does not allow this.", Endpoint::needsMoreThanToken),
    NOT_FOUND(404, "There is nothing of this id, or at this path.", Endpoint::hasPathParameter),
    NOT_ACCEPTABLE(406, "The client accepts no JSON.", Endpoint::answersJson),
    TOO_LARGE(413, "The body is larger than this server takes.", Endpoint::mayHaveBody),
    UNSUPPORTED(415, "The body is not announced as JSON.", Endpoint::readsJson),
    UNPROCESSABLE(
            Problem.UNPROCESSABLE, "The body breaks the contract; errors[] names the fields.", Endpoint::readsJson),
    TOO_MANY(
            429,
            "These are more requests than one may make in a minute; Retry-After says when to ask again.",
            endpoint -> endpoint.role().isPresent()),
    UNAVAILABLE(
            503,
            "An operator has this held back, or the database cannot be asked, or takes too long; come back later.",
            endpoint -> endpoint.role().isPresent() || endpoint.isHeldBack());

    private final int status;
    private final String description;
    private final Predicate<Endpoint> applies;

    UsualError(int status, String description, Predicate<Endpoint> applies) {
        this.status = status;
        this.description = description;
        this.applies = applies;
    }

    static Stream<UsualError> of(Endpoint endpoint) {
        return Arrays.stream(values()).filter(error -> error.applies.test(endpoint));
    }

    /** What it is called among the reusable responses. */
    String component() {
        return Problem.of(status, null).title().replace(" ", "");
    }

    String status() {
        return Integer.toString(status);
    }

    APIResponse response() {
        return OASFactory.createAPIResponse().description(description).content(problem());
    }

    APIResponse reference() {
        return OASFactory.createAPIResponse().ref(component());
    }

    /** The body of every error. */
    static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }
}
