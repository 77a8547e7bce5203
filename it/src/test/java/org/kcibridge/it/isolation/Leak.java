package org.kcibridge.it.isolation;

import java.util.List;

/**
 * What is different in one table.
 *
 * @param examples a few of the rows as JSON, each with what happened to it
 */
public record Leak(String table, int added, int removed, int changed, List<String> examples) {

    static final int EXAMPLES = 5;

    public Leak {
        examples = examples.stream().limit(EXAMPLES).toList();
    }

    @Override
    public String toString() {
        return "table " + table + ": " + added + " added, " + removed + " removed, " + changed + " changed"
                + examples.stream().map(example -> "\n    " + example).reduce("", String::concat);
    }
}
