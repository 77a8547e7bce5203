package org.kcibridge.rest;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A request that Bean Validation finds fault with: 400 if a path or query parameter is to blame, 422 if the body is.
 * Violations found anywhere but on a resource's parameters are our own mistakes, and answered as such.
 */
@Provider
public class ViolationProblems implements ExceptionMapper<ConstraintViolationException> {

    @Inject
    private UnexpectedProblems unexpected;

    @Override
    public Response toResponse(ConstraintViolationException e) {
        List<FieldError> parameters = new ArrayList<>();
        List<FieldError> fields = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            ViolatedParameter parameter = ViolatedParameter.of(violation);
            if (parameter == null) {
                return unexpected.toResponse(e);
            }
            (parameter.isBody() ? fields : parameters).add(new FieldError(parameter.field(), violation.getMessage()));
        }
        return problem(parameters, fields).toResponse();
    }

    private static Problem problem(List<FieldError> parameters, List<FieldError> fields) {
        // Violations come as a set; sorted, equal requests get equal answers.
        Comparator<FieldError> byField =
                Comparator.comparing(FieldError::field, Comparator.nullsFirst(Comparator.naturalOrder()));
        Comparator<FieldError> order = byField.thenComparing(FieldError::message);
        parameters.sort(order);
        fields.sort(order);
        return parameters.isEmpty()
                ? Problem.unprocessable(fields)
                : Problem.of(Response.Status.BAD_REQUEST, "A parameter is not valid.")
                        .with(parameters);
    }
}
