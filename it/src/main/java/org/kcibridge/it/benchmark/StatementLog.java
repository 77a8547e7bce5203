package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL is asked while something happens, out of its own log: so a bound runs what the bridge runs, and not what
 * somebody once believed that it runs.
 */
final class StatementLog {

    /** Begins each entry, and stands in no statement. */
    private static final String MARK = "@kcibridge@";

    private static final Pattern STATEMENT =
            Pattern.compile("LOG: {2}(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL: {2}[Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')");

    private final Database database;
    private final Path file;

    /** @param file PostgreSQL's log */
    StatementLog(Database database, Path file) {
        this.database = database;
        this.file = file;
    }

    /** Something that makes the bridge ask its database. */
    @FunctionalInterface
    interface Deed {
        void happen() throws Exception;
    }

    /** The statements that were run meanwhile, by whomever, in the order in which they were begun. */
    List<Statement> during(Deed deed) throws Exception {
        set("log_line_prefix", "'" + MARK + "'");
        set("log_statement", "'all'");
        reload("all");
        long from = Files.size(file);
        try {
            deed.happen();
        } finally {
            set("log_statement", "default");
            set("log_line_prefix", "default");
            reload("none");
        }
        return read(from);
    }

    private void set(String setting, String value) throws SQLException {
        database.execute("alter system set " + setting + " = " + value);
    }

    /** A server takes its new settings in a moment, and not at once. */
    private void reload(String expected) throws Exception {
        database.execute("select pg_reload_conf()");
        Patience.until(
                "PostgreSQL has read its settings",
                20,
                () -> database.text("show log_statement").equals(expected));
        // Sessions that are there look at them before their next statement, each for itself.
        Thread.sleep(100);
    }

    private List<Statement> read(long from) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return parse(new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8));
    }

    static List<Statement> parse(String log) {
        List<Statement> statements = new ArrayList<>();
        for (String entry : log.split(Pattern.quote(MARK))) {
            // Lines of one entry are indented, but for its first.
            String text = entry.strip().replace("\n\t", "\n");
            Matcher statement = STATEMENT.matcher(text);
            Matcher parameters = PARAMETERS.matcher(text);
            if (statement.matches()) {
                statements.add(Statement.of(statement.group(1)));
            } else if (parameters.matches() && !statements.isEmpty()) {
                int last = statements.size() - 1;
                statements.set(last, statements.get(last).with(values(parameters.group(1))));
            }
        }
        return statements;
    }

    private static String[] values(String text) {
        List<String> values = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            values.add(parameter.group(2) == null ? null : parameter.group(2).replace("''", "'"));
        }
        return values.toArray(String[]::new);
    }

    /**
     * A statement that was run.
     *
     * @param sql as JDBC takes it
     * @param values of its parameters as text, {@code null} for none
     */
    record Statement(String sql, List<String> values) {

        static Statement of(String logged) {
            return new Statement(logged.replace("?", "??").replaceAll("\\$\\d+", "?").strip(), List.of());
        }

        Statement with(String... parameters) {
            return new Statement(sql, Arrays.asList(parameters));
        }

        boolean asksNothing() {
            return sql.isEmpty() || sql.matches("(?i)(begin|commit|rollback|set|show|select pg_reload_conf|alter system)\\b.*");
        }
    }
}
