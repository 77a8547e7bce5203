package org.kcibridge.it.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that PostgreSQL was given.
 *
 * @param sql as JDBC takes it
 * @param values of its parameters as text, {@code null} for none
 */
record LoggedStatement(String sql, List<String> values) {

    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']|'')*)')");

    LoggedStatement {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** @param logged with numbers for parameters */
    static LoggedStatement of(String logged) {
        return new LoggedStatement(
                logged.replace("?", "??").replaceAll("\\$\\d+", "?").strip(), List.of());
    }

    /** @param logged such as {@code $1 = '20', $2 = NULL} */
    LoggedStatement withValues(String logged) {
        List<String> all = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(logged);
        while (parameter.find()) {
            all.add(parameter.group(1) == null ? null : parameter.group(1).replace("''", "'"));
        }
        return new LoggedStatement(sql, all);
    }

    boolean begins() {
        return sql.equalsIgnoreCase("begin");
    }

    boolean ends() {
        return sql.equalsIgnoreCase("commit") || sql.equalsIgnoreCase("rollback");
    }

    /** Such as the empty one by which a pool finds out whether a connection lives, or what the driver asks once and keeps. */
    boolean asksNothing() {
        return sql.isEmpty() || sql.matches("(?is)(set|show) .*") || sql.contains("pg_catalog.");
    }
}
