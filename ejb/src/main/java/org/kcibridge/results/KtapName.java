package org.kcibridge.results;

import java.util.Arrays;
import java.util.Optional;

/** The levels of a name in KTAP: kselftest writes {@code selftests: net: tls}, all others have one. */
final class KtapName {

    private static final String KSELFTEST = "selftests: ";
    private static final String ANNOUNCED = "# " + KSELFTEST;

    private KtapName() {}

    static boolean isOfKselftest(String name) {
        return name.startsWith(KSELFTEST);
    }

    static String[] levels(String name) {
        if (!isOfKselftest(name)) {
            return new String[] {name};
        }
        String[] levels = Arrays.stream(name.substring(KSELFTEST.length()).split(": "))
                .map(String::strip)
                .filter(level -> !level.isEmpty())
                .toArray(String[]::new);
        return levels.length == 0 ? new String[] {name} : levels;
    }

    /** The name kselftest writes before it starts a test. */
    static Optional<String> announced(TapLine line) {
        return line instanceof TapLine.Other remark && remark.text().startsWith(ANNOUNCED)
                ? Optional.of(remark.text().substring(2).strip())
                : Optional.empty();
    }
}
