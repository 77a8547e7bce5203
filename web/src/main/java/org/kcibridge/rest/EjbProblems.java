package org.kcibridge.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Answers with what the container has wrapped into an {@link EJBException}, as if it had been thrown here. */
@Provider
public class EjbProblems implements ExceptionMapper<EJBException> {

    @Context
    private Providers providers;

    @Inject
    private UnexpectedProblems unexpected;

    @Override
    public Response toResponse(EJBException e) {
        Throwable cause = e;
        while (cause instanceof EJBException wrapper && wrapper.getCause() != null) {
            cause = wrapper.getCause();
        }
        if (e instanceof EJBAccessException) {
            return Problem.of(Response.Status.FORBIDDEN, "Your role does not allow this.")
                    .toResponse();
        }
        // The core speaks no HTTP to our callers: such an exception is a remote server's answer, and none of theirs.
        if (cause instanceof EJBException || cause instanceof WebApplicationException) {
            return unexpected.toResponse(e);
        }
        return mapped(cause);
    }

    private <T extends Throwable> Response mapped(T cause) {
        @SuppressWarnings("unchecked")
        ExceptionMapper<T> mapper = (ExceptionMapper<T>) providers.getExceptionMapper(cause.getClass());
        return mapper.toResponse(cause);
    }
}
