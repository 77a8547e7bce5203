package org.kcibridge.it.isolation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * System properties that a test sets, and that are what they were when it ends:
 *
 * <pre>{@code
 * @RegisterExtension
 * final ScopedProperties properties = new ScopedProperties();
 * }</pre>
 */
public final class ScopedProperties implements AfterEachCallback {

    private final Map<String, String> before = new LinkedHashMap<>();

    /** @param value {@code null} to remove it */
    public ScopedProperties set(String name, String value) {
        // Not putIfAbsent, which takes a value of null for none.
        if (!before.containsKey(name)) {
            before.put(name, System.getProperty(name));
        }
        put(name, value);
        return this;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        before.forEach(ScopedProperties::put);
        before.clear();
    }

    private static void put(String name, String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }
}
