package org.kcibridge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Every error of the API, in the format of RFC 9457. It never carries a stack trace or the name of a class.
 *
 * <p>An exception mapper is one line with it: {@code return Problem.of(Response.Status.CONFLICT, "…").toResponse()}.
 *
 * @param type always {@code about:blank}: the status says all that a program needs to know
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong this time, for people
 * @param instance names this occurrence, so that it is found in the server's log; on unexpected errors only
 * @param errors the fields at fault, if the request's content is
 */
@Schema(
        description = "An error, see RFC 9457.",
        requiredProperties = {"type", "title", "status"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        URI instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {

    /** The media type of problems. */
    public static final String JSON = "application/problem+json";

    /** The status that Jakarta REST 3.1 lacks: understood, but the content breaks the contract. */
    public static final int UNPROCESSABLE = 422;

    private static final String BLANK = "about:blank";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem with one of the usual statuses. */
    public static Problem of(Response.StatusType status, String detail) {
        return new Problem(BLANK, status.getReasonPhrase(), status.getStatusCode(), detail, null, List.of());
    }

    /** A problem with a status known only by its number. */
    public static Problem of(int status, String detail) {
        return new Problem(BLANK, title(status), status, detail, null, List.of());
    }

    /** A body that breaks the contract: 422. */
    public static Problem unprocessable(List<FieldError> errors) {
        return of(UNPROCESSABLE, "The request body breaks the contract.").with(errors);
    }

    /** The same problem, naming the fields at fault. */
    public Problem with(List<FieldError> errors) {
        return new Problem(type, title, status, detail, instance, errors);
    }

    /** The same problem, naming this occurrence of it. */
    public Problem with(URI instance) {
        return new Problem(type, title, status, detail, instance, errors);
    }

    /** The problem as an answer. */
    public Response toResponse() {
        return toBuilder().build();
    }

    /** The problem as an answer that still lacks headers. */
    public Response.ResponseBuilder toBuilder() {
        return Response.status(status).type(MediaType.valueOf(JSON)).entity(this);
    }

    private static String title(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
