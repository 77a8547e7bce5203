package org.kcibridge.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameter of a resource method that a violation is about, found by the violation's path.
 *
 * @param field the name the client knows: a parameter's, or that of a field in the body
 * @param isBody whether it is the request's body, which is the parameter that has no annotation of Jakarta REST
 */
record ViolatedParameter(String field, boolean isBody) {

    /** The parameter, or {@code null} if the violation is not about one of a resource. */
    static ViolatedParameter of(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        Path.Node called = path.next();
        if (called.getKind() != ElementKind.METHOD || !path.hasNext()) {
            return null;
        }
        Path.Node argument = path.next();
        if (argument.getKind() != ElementKind.PARAMETER) {
            return null;
        }
        int index = argument.as(Path.ParameterNode.class).getParameterIndex();
        return resourceMethod(violation.getRootBeanClass(), called.as(Path.MethodNode.class))
                .map(method -> of(method.getParameters()[index], path))
                .orElse(null);
    }

    private static ViolatedParameter of(Parameter parameter, Iterator<Path.Node> path) {
        Optional<String> name = nameOf(parameter);
        if (name.isPresent()) {
            return new ViolatedParameter(name.get(), false);
        }
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return new ViolatedParameter(path.hasNext() ? nameOf(parameter.getType(), path.next()) : null, false);
        }
        return new ViolatedParameter(
                JsonName.of(ObjectMapperProvider.mapper(), parameter.getParameterizedType(), path), true);
    }

    private static String nameOf(Class<?> bean, Path.Node property) {
        return Arrays.stream(bean.getDeclaredFields())
                .filter(field -> field.getName().equals(property.getName()))
                .findFirst()
                .flatMap(ViolatedParameter::nameOf)
                .orElse(property.getName());
    }

    private static Optional<String> nameOf(AnnotatedElement element) {
        return Stream.of(
                        Optional.ofNullable(element.getAnnotation(QueryParam.class))
                                .map(QueryParam::value),
                        Optional.ofNullable(element.getAnnotation(PathParam.class))
                                .map(PathParam::value),
                        Optional.ofNullable(element.getAnnotation(HeaderParam.class))
                                .map(HeaderParam::value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    // The class may be a proxy of the container's, which does not inherit annotations: its ancestors are asked, too.
    private static Optional<Method> resourceMethod(Class<?> type, Path.MethodNode called) {
        Class<?>[] parameters = called.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (c.isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                try {
                    return Optional.of(c.getDeclaredMethod(called.getName(), parameters));
                } catch (NoSuchMethodException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
