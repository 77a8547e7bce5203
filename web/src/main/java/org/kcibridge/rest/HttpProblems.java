package org.kcibridge.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * What Jakarta REST itself refuses: paths, methods and media types that do not exist, and missing roles. Status and
 * headers stay, the text becomes a problem of ours, as the original one names classes and paths of the server.
 */
@Provider
public class HttpProblems implements ExceptionMapper<WebApplicationException> {

    private static final List<String> KEPT =
            List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);

    @Inject
    private UnexpectedProblems unexpected;

    @Override
    public Response toResponse(WebApplicationException e) {
        Response original = e.getResponse();
        int status = original.getStatus();
        if (status < 400 || MediaType.valueOf(Problem.JSON).equals(original.getMediaType())) {
            return original;
        }
        if (status == 500 || RequestTooLarge.caused(e)) {
            return unexpected.toResponse(e);
        }
        if (e.getCause() != null && (status == 400 || status == 404)) {
            return UnreadableParameter.problem(e).toResponse();
        }
        Response.ResponseBuilder answer = Problem.of(status, detail(status)).toBuilder();
        for (String header : KEPT) {
            List<Object> values = original.getHeaders().getOrDefault(header, List.of());
            values.forEach(value -> answer.header(header, value));
        }
        return answer.build();
    }

    /** What a status means, where nothing more is known. */
    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is malformed.";
            case 401 -> "Credentials are required.";
            case 403 -> "Your role does not allow this.";
            case 404 -> "There is nothing at this path; /openapi lists what there is.";
            case 405 -> "This path does not know the method; Allow lists those it knows.";
            case 406 -> "None of the accepted media types is available.";
            case 415 -> "The request body has a media type that is not read here.";
            case 429 -> "These are more requests than one may make in a minute; Retry-After tells when to come again.";
            default -> "The request cannot be answered.";
        };
    }
}
