package org.kcibridge.rest;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Type;
import java.util.Iterator;

/**
 * Finds the name under which a client knows a field: Bean Validation speaks of {@code tests[1].testName}, but what the
 * client wrote was {@code tests[1].test_name}.
 */
final class JsonName {

    private final ObjectMapper mapper;
    private final StringBuilder name = new StringBuilder();
    private JavaType type;

    private JsonName(ObjectMapper mapper, Type body) {
        this.mapper = mapper;
        this.type = mapper.constructType(body);
    }

    /**
     * The field at the end of a path.
     *
     * @param body the type at which the path begins
     * @param path what is left of the violation's path below the body
     * @return the field, or {@code null} if the path is that of the body itself
     */
    static String of(ObjectMapper mapper, Type body, Iterator<Path.Node> path) {
        JsonName field = new JsonName(mapper, body);
        path.forEachRemaining(field::append);
        return field.name.isEmpty() ? null : field.name.toString();
    }

    private void append(Path.Node node) {
        if (node.isInIterable()) {
            Object position = node.getIndex() == null ? node.getKey() : node.getIndex();
            name.append('[').append(position == null ? "" : position).append(']');
            type = type.getContentType() == null ? mapper.constructType(Object.class) : type.getContentType();
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            name.append(name.isEmpty() ? "" : ".").append(descend(node.getName()));
        }
    }

    private String descend(String property) {
        BeanDescription bean = mapper.getDeserializationConfig().introspect(type);
        for (BeanPropertyDefinition candidate : bean.findProperties()) {
            if (candidate.getInternalName().equals(property)) {
                type = candidate.getPrimaryType();
                return candidate.getName();
            }
        }
        type = mapper.constructType(Object.class);
        return property;
    }
}
