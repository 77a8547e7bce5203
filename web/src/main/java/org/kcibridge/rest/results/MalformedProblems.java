package org.kcibridge.rest.results;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.kcibridge.rest.FieldError;
import org.kcibridge.rest.Problem;
import org.kcibridge.results.MalformedResults;

/** Results that cannot be made sense of: 422, with line and reason. */
@Provider
public class MalformedProblems implements ExceptionMapper<MalformedResults> {

    @Override
    public Response toResponse(MalformedResults malformed) {
        return Problem.of(Problem.UNPROCESSABLE, "The results cannot be read.")
                .with(List.of(new FieldError(null, malformed.getMessage())))
                .toResponse();
    }
}
