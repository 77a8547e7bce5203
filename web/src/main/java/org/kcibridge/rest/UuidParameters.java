package org.kcibridge.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets resources take a {@link UUID}: {@code @PathParam("id") UUID id}. What is malformed is answered 400, naming the
 * parameter, and {@code /openapi} says what is expected.
 */
@Provider
public class UuidParameters implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type == UUID.class ? new Converter<>(type, name(annotations)) : null;
    }

    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .flatMap(annotation -> name(annotation).stream())
                .findFirst()
                .orElse("parameter");
    }

    private static Optional<String> name(Annotation annotation) {
        if (annotation instanceof PathParam path) {
            return Optional.of(path.value());
        }
        return annotation instanceof QueryParam query ? Optional.of(query.value()) : Optional.empty();
    }

    private record Converter<T>(Class<T> type, String name) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return type.cast(Identifiers.uuid(name, text));
        }

        @Override
        public String toString(T id) {
            return id.toString();
        }
    }
}
