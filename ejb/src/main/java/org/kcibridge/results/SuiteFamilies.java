package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Which widely known suite a suite is a part of. Runners split the large ones, and in KCIDB the parts have to come
 * together again, or nobody's results compare.
 */
final class SuiteFamilies {

    private static final String RESOURCE = "suites.properties";
    private static final Map<String, String> FAMILIES = load();

    private SuiteFamilies() {}

    /** The name of the whole, or the suite's own if it is one. */
    static String of(String suite) {
        for (int end = suite.length(); end > 0; end = suite.lastIndexOf('-', end - 1)) {
            String family = FAMILIES.get(suite.substring(0, end));
            if (family != null) {
                return family;
            }
        }
        return suite;
    }

    private static Map<String, String> load() {
        try (InputStream resource = SuiteFamilies.class.getResourceAsStream(RESOURCE)) {
            Properties listed = new Properties();
            listed.load(resource);
            Map<String, String> families = new HashMap<>();
            for (String family : listed.stringPropertyNames()) {
                for (String beginning : listed.getProperty(family).strip().split("\\s+")) {
                    families.put(beginning, family);
                }
            }
            return families;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
