package org.kcibridge.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;

/**
 * Turns whatever is wrong with a JSON body into 422, naming the field where it is known. Caught where the body is read
 * rather than by an exception mapper, since the same exceptions, thrown while we write an answer, are our own fault.
 *
 * <p>A missing body, and one that is {@code null}, are refused here as well; no resource has to think of them.
 */
@Provider
public class BodyReader implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            Object body = context.proceed();
            if (body == null) {
                throw missing();
            }
            return body;
        } catch (NoContentException e) {
            throw missing();
        } catch (JsonProcessingException e) {
            if (RequestTooLarge.caused(e)) {
                throw new ProblemException(RequestTooLarge.PROBLEM);
            }
            throw new ProblemException(Problem.unprocessable(List.of(error(e))));
        }
    }

    static FieldError error(JsonProcessingException e) {
        // In an array Jackson wraps what the parser says.
        if (e instanceof StreamReadException || e.getCause() instanceof StreamReadException) {
            return new FieldError(null, "is not JSON");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return new FieldError(field(mapping.getPath()), expected(mapping));
        }
        return new FieldError(null, "must be a JSON object");
    }

    private static ProblemException missing() {
        return new ProblemException(Problem.unprocessable(List.of(new FieldError(null, "is required"))));
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    // Jackson's own messages name classes.
    private static String expected(JsonMappingException e) {
        if (!(e instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
            return "is not valid";
        }
        return "must be " + JsonKind.of(mismatch.getTargetType());
    }
}
