package org.kcibridge.it.isolation;

import java.util.List;
import java.util.stream.Collectors;

/** Names of database objects, quoted for SQL. */
final class Identifier {

    private Identifier() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String list(List<String> names) {
        return names.stream().map(Identifier::quote).collect(Collectors.joining(", "));
    }

    /** Fields of a row-valued expression. */
    static String fields(String row, List<String> names) {
        return names.stream().map(name -> row + "." + quote(name)).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
