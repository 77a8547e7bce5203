package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kcibridge.it.database.Pause;

/**
 * What PostgreSQL is asked, out of its own log, as long as this is open. So a bound runs what the bridge runs, and not what
 * somebody once believed that it runs.
 */
final class StatementLog implements AutoCloseable {

    /** Begins each entry, and stands in no statement; after it the number of the session's process. */
    private static final String MARK = "@kcibridge@";

    private static final Pattern ENTRY = Pattern.compile("(\\d+) (LOG|DETAIL): {2}(.*)", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("(?:execute [^:]+|statement): ?(.*)", Pattern.DOTALL);
    private static final Pattern VALUES = Pattern.compile("[Pp]arameters: (.*)", Pattern.DOTALL);

    /** What happens now and then has happened by then. */
    private static final int IDLE_MILLISECONDS = 5000;

    /** Nothing that only happens now and then happens each time. */
    private static final int REPETITIONS = 4;

    private final Database database;
    private final Path file;
    private final Set<String> background = new HashSet<>();

    /**
     * Begins, and listens for a while to what goes on anyhow.
     *
     * @param file PostgreSQL's log
     */
    StatementLog(Database database, Path file) throws Exception {
        this.database = database;
        this.file = file;
        set("log_line_prefix", "'" + MARK + "%p '");
        set("log_statement", "'all'");
        reload("all");
        during(() -> Pause.milliseconds(IDLE_MILLISECONDS))
                .forEach(transaction -> background.addAll(transaction.words()));
    }

    /** Something that makes a bridge ask its database. */
    @FunctionalInterface
    interface Deed {
        void happen() throws Exception;
    }

    /**
     * What a deed makes the bridge ask: it is done several times, and whatever was not asked each time, or is asked anyhow,
     * is none of it. The values are those of the last time.
     */
    List<LoggedTransaction> of(Deed deed) throws Exception {
        Set<List<String>> always = null;
        List<LoggedTransaction> last = List.of();
        for (int i = 0; i < REPETITIONS; i++) {
            last = during(deed);
            Set<List<String>> texts = new LinkedHashSet<>();
            last.forEach(transaction -> texts.add(transaction.words()));
            if (always == null) {
                always = texts;
            } else {
                always.retainAll(texts);
            }
        }
        Set<List<String>> kept = always;
        return last.stream()
                .filter(transaction -> kept.contains(transaction.words()) && !transaction.isMadeOf(background))
                .toList();
    }

    private List<LoggedTransaction> during(Deed deed) throws Exception {
        long from = Files.size(file);
        deed.happen();
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            return parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    static List<LoggedTransaction> parse(String log) {
        List<Session.Begun> begun = new ArrayList<>();
        Map<String, Session> sessions = new HashMap<>();
        for (String text : log.split(Pattern.quote(MARK))) {
            // Lines of one entry are indented, but for its first.
            Matcher entry = ENTRY.matcher(text.stripTrailing().replace("\n\t", "\n"));
            if (entry.matches()) {
                Session session = sessions.computeIfAbsent(entry.group(1), id -> new Session(begun));
                Matcher statement = STATEMENT.matcher(entry.group(3));
                Matcher values = VALUES.matcher(entry.group(3));
                if (entry.group(2).equals("LOG") && statement.matches()) {
                    session.hears(LoggedStatement.of(statement.group(1)));
                } else if (entry.group(2).equals("DETAIL") && values.matches()) {
                    session.hears(values.group(1));
                }
            }
        }
        return begun.stream()
                .filter(transaction -> !transaction.statements.isEmpty())
                .map(transaction -> new LoggedTransaction(transaction.statements, transaction.explicit))
                .toList();
    }

    /** One connection's part of the log. */
    private static final class Session {

        private final List<Begun> all;
        private Begun open;
        private Begun last;

        Session(List<Begun> all) {
            this.all = all;
        }

        /** A transaction as far as it is known. */
        private static final class Begun {
            private final List<LoggedStatement> statements = new ArrayList<>();
            private boolean explicit;
        }

        void hears(LoggedStatement statement) {
            last = null;
            if (statement.begins()) {
                open = begin();
                open.explicit = true;
            } else if (statement.ends()) {
                open = null;
            } else if (!statement.asksNothing()) {
                last = open == null ? begin() : open;
                last.statements.add(statement);
            }
        }

        /** The values of the statement before. */
        void hears(String values) {
            if (last != null) {
                int index = last.statements.size() - 1;
                last.statements.set(index, last.statements.get(index).withValues(values));
            }
        }

        private Begun begin() {
            var fresh = new Begun();
            all.add(fresh);
            return fresh;
        }
    }

    private void set(String setting, String value) throws SQLException {
        database.execute("alter system set " + setting + " = " + value);
    }

    /** A server takes its new settings in a moment, and its sessions before their next statement. */
    private void reload(String expected) throws Exception {
        database.execute("select pg_reload_conf()");
        Patience.until("PostgreSQL has read its settings", 20, () -> database.text("show log_statement")
                .equals(expected));
    }

    @Override
    public void close() throws SQLException, IOException {
        database.execute(
                "alter system reset log_statement", "alter system reset log_line_prefix", "select pg_reload_conf()");
    }
}
