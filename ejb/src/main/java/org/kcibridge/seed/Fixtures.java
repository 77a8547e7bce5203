package org.kcibridge.seed;

import java.util.List;
import java.util.Locale;

/** The files of a dataset. Each holds a list of fixtures with an id, or one object. */
enum Fixtures {
    CHECKOUTS,
    BUILDS,
    TESTS,
    ISSUES,
    PLATFORMS,
    RULES;

    /** Those that become rows. */
    static final List<Fixtures> OBJECTS = List.of(CHECKOUTS, BUILDS, TESTS, ISSUES);

    String file() {
        return key() + ".yaml";
    }

    /** What it is called in the schema. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
