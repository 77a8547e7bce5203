package org.kcibridge.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Lets resources take ids as what they are: {@code @PathParam("id") UUID id}, or a {@link Long}. What is malformed is
 * answered 400, naming the parameter, and {@code /openapi} says what is expected.
 */
@Provider
public class IdParameters implements ParamConverterProvider {

    private static final Map<Class<?>, BiFunction<String, String, ?>> READINGS =
            Map.of(UUID.class, Identifiers::uuid, Long.class, Identifiers::number);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        BiFunction<String, String, ?> reading = READINGS.get(type);
        return reading == null ? null : new Converter<>(type, name(annotations), reading);
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

    private record Converter<T>(Class<T> type, String name, BiFunction<String, String, ?> reading)
            implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return type.cast(reading.apply(name, text));
        }

        @Override
        public String toString(T id) {
            return id.toString();
        }
    }
}
