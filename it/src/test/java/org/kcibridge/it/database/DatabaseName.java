package org.kcibridge.it.database;

import java.util.regex.Pattern;

/**
 * The name of a database that tests may create and drop. A name outside the scheme cannot be held by this type, so that no
 * mistake further on can reach a main database.
 */
record DatabaseName(String text) {

    static final String PREFIX = "kcibridge_test_";

    private static final Pattern WORKER = Pattern.compile(PREFIX + "[0-9a-f]{8}_(w[0-9]{1,3}|template)");
    private static final Pattern TEMPLATE = Pattern.compile(PREFIX + "template_[0-9a-f]{16}");

    DatabaseName {
        if (!follows(text)) {
            throw new ProtectedDatabase("database " + text + " is not a test database: its name does not follow "
                    + PREFIX + "<run>_w<number>, so it is left alone");
        }
    }

    static boolean follows(String name) {
        return WORKER.matcher(name).matches() || TEMPLATE.matcher(name).matches();
    }

    static DatabaseName worker(String run, int number) {
        return new DatabaseName(PREFIX + run + "_w" + number);
    }

    /** A template gets its final name when it is complete. */
    static DatabaseName unfinishedTemplate(String run) {
        return new DatabaseName(PREFIX + run + "_template");
    }

    static DatabaseName template(String checksum) {
        return new DatabaseName(PREFIX + "template_" + checksum);
    }

    boolean isTemplate() {
        return TEMPLATE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
