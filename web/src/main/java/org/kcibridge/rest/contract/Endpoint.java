package org.kcibridge.rest.contract;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kcibridge.rest.mode.InEveryMode;
import org.kcibridge.security.Role;

/**
 * The method of a resource that an operation was made from.
 *
 * @param resource the class that has the path, which may have inherited the method
 */
record Endpoint(Class<?> resource, Method method) {

    /** @param operationId {@code package.Class_method}, as the server is told to number operations */
    static Endpoint of(String operationId) {
        int end = operationId.lastIndexOf('_');
        try {
            Class<?> resource = Class.forName(operationId.substring(0, end));
            return Arrays.stream(resource.getMethods())
                    .filter(method -> method.getName().equals(operationId.substring(end + 1)))
                    .filter(method -> verb(method).isPresent())
                    .findFirst()
                    .map(method -> new Endpoint(resource, method))
                    .orElseThrow(() -> new IllegalStateException("nothing answers " + operationId));
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException("nothing answers " + operationId, unknown);
        }
    }

    /** An id that is fit for clients' code. */
    String name() {
        return resource.getSimpleName() + "_" + method.getName();
    }

    /** The lowest role that may call it; empty when it is open to all. */
    Optional<String> role() {
        return annotation(RolesAllowed.class).map(allowed -> allowed.value()[0]);
    }

    boolean needsMoreThanToken() {
        return role().filter(role -> !role.equals(Role.READER)).isPresent();
    }

    boolean hasPathParameter() {
        return Stream.of(resource, method)
                .map(element -> element.getAnnotation(Path.class))
                .anyMatch(path -> path != null && path.value().contains("{"));
    }

    boolean mayHaveBody() {
        return verb(method).filter(List.of("POST", "PUT", "PATCH")::contains).isPresent();
    }

    boolean readsJson() {
        return mayHaveBody()
                && annotation(Consumes.class)
                        .filter(types -> List.of(types.value()).contains(MediaType.APPLICATION_JSON))
                        .isPresent();
    }

    /** Whether there is a mode in which it is not done. */
    boolean isHeldBack() {
        return verb(method).filter(HttpMethod.GET::equals).isEmpty()
                && !resource.isAnnotationPresent(InEveryMode.class);
    }

    boolean answersJson() {
        return annotation(Produces.class).isPresent();
    }

    private <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return Stream.of(method, resource)
                .map(element -> element.getAnnotation(type))
                .filter(annotation -> annotation != null)
                .findFirst();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }
}
