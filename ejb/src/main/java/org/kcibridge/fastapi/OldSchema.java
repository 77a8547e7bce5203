package org.kcibridge.fastapi;

/**
 * The schema that holds the old tables. Its name becomes a part of statements, so it can be nothing but a name.
 *
 * @param name as it is, without quotes
 */
public record OldSchema(String name) {

    public OldSchema {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a schema's name is made of a-z, 0-9 and _");
        }
    }

    /** A statement in which {@code old.} stands for the schema. */
    String sql(String statement) {
        return statement.replaceAll("\\bold\\.", "\"" + name + "\".");
    }
}
