package org.kcibridge.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field as the client wrote it, {@code kconfig} or {@code tests[1].test_name}, or the parameter's name;
 *     {@code null} if the body as a whole is meant
 * @param message what is expected, for people
 */
@Schema(requiredProperties = "message")
public record FieldError(
        @Schema(examples = "fragments[1]") String field, @Schema(examples = "must not be blank") String message) {}
