package org.kcibridge.batch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one can tell a batch job.
 *
 * @param name its name
 * @param type which values it takes
 * @param byDefault its value when it is not given, as people read it
 * @param meaning what it does
 */
public record BatchParameter(String name, Type type, String byDefault, String meaning) {

    /** Which values a parameter takes. */
    public enum Type {
        FLAG("true or false", "true|false"),
        KIND("builds, tests or all", "builds|tests|all"),
        ORIGIN("an origin, of a-z, 0-9 and _", "[a-z0-9_]{1,100}"),
        RUNNER("a runner's name", "[a-z0-9_-]{1,100}"),
        NAME("a name of a-z, 0-9 and -", "[a-z0-9-]{1,50}"),
        FOLDER("the name of a folder", "[A-Za-z0-9_][A-Za-z0-9._-]{0,99}|[.]"),
        SCHEMA("a schema's name, of a-z, 0-9 and _", "[a-z_][a-z0-9_]{0,62}"),
        COUNT("a whole number from 1 to 1000000", "[1-9][0-9]{0,5}|1000000"),
        NUMBER("a whole number", "-?[0-9]{1,18}"),
        PERIOD("a positive ISO-8601 duration such as P90D", "P.*") {
            @Override
            boolean fits(String value) {
                return super.fits(value) && !Duration.parse(value).isNegative();
            }
        },
        MOMENT("an ISO-8601 time such as 2026-01-31T00:00:00Z, or a duration back from now such as P7D", ".+") {
            @Override
            boolean fits(String value) {
                return value.startsWith("P") ? PERIOD.fits(value) : Instant.parse(value) != null;
            }
        };

        private final String words;
        private final String pattern;

        Type(String words, String pattern) {
            this.words = words;
            this.pattern = pattern;
        }

        /** The values, in words. */
        public String inWords() {
            return words;
        }

        boolean fits(String value) {
            return value.matches(pattern);
        }
    }

    /** What is wrong with a value, in words; empty if nothing is. */
    public Optional<String> fault(String value) {
        boolean fits;
        try {
            fits = type.fits(value);
        } catch (DateTimeException malformed) {
            fits = false;
        }
        return fits ? Optional.empty() : Optional.of("must be " + type.inWords());
    }
}
