package org.kcibridge.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * JSON that fails anywhere but in a request body (see {@link BodyReader}) is our own mistake. Without this mapper
 * RESTEasy's would answer 400 with Jackson's message.
 */
@Provider
public class JsonWritingProblems implements ExceptionMapper<JsonProcessingException> {

    @Inject
    private UnexpectedProblems unexpected;

    @Override
    public Response toResponse(JsonProcessingException e) {
        return unexpected.toResponse(e);
    }
}
