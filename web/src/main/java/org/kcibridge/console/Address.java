package org.kcibridge.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The address of the page that is shown, and of others like it. What a page shows is all in there. */
final class Address {

    private final String path;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    Address(String path, Map<String, String[]> parameters) {
        this.path = path;
        parameters.forEach((name, values) -> this.parameters.put(name, List.of(values)));
    }

    private Address(Address other) {
        path = other.path;
        parameters.putAll(other.parameters);
    }

    /** With this parameter and no other of its name; without it for nothing. */
    Address with(String name, String... values) {
        Address changed = new Address(this);
        changed.parameters.remove(name);
        if (values.length > 0) {
            changed.parameters.put(name, List.of(values));
        }
        return changed;
    }

    /** With the value where it was not, and without it where it was. */
    Address toggled(String name, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(name, values.toArray(String[]::new));
    }

    Address at(String otherPath) {
        Address changed = new Address(otherPath, Map.of());
        changed.parameters.putAll(parameters);
        return changed;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, values) -> values.stream()
                .filter(value -> !value.isEmpty())
                .forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }
}
