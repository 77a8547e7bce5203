package org.kcibridge.monitoring;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What the database says about all nodes, in one query, every few seconds at most: a scrape reads dozens of gauges, and so does
 * each node's.
 */
@ApplicationScoped
public class Figures {

    private static final Duration LASTS = Duration.ofSeconds(5);
    private static final int TIMEOUT_SECONDS = 5;

    private static final String QUERY =
            """
            select 'jobs' as what, state, count(*) as n, extract(epoch from now() - min(created_at)) as age
            from job where due_at is not null group by state
            union all
            select 'callbacks', state, count(*), extract(epoch from now() - min(received_at))
            from callback where state not in ('APPLIED', 'IGNORED') group by state
            union all
            select 'submissions', state, count(*), extract(epoch from now() - min(created_at))
            from submission where state <> 'CONFIRMED' group by state
            union all
            select 'batch', batchstatus, count(*), 0 from jberet.job_execution group by batchstatus
            union all
            select 'kcidb', state, 1, 0 from destination where id = 'kcidb'
            union all
            select 'mode', coalesce((select state from mode order by id desc limit 1), 'normal'), 1, 0""";

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    DataSource database;

    private Map<String, Figure> read = Map.of();
    private boolean known;
    private long readAt;

    private record Figure(long count, double seconds) {}

    /** How many there are of that in this state; not a number where the database does not say. */
    public double count(String what, String state) {
        Figure figure = figure(what, state);
        return figure == null ? Double.NaN : figure.count;
    }

    /** How old the oldest of them is; 0 where there is none. */
    public double age(String what, String state) {
        Figure figure = figure(what, state);
        return figure == null ? Double.NaN : figure.seconds;
    }

    private synchronized Figure figure(String what, String state) {
        if (readAt == 0 || System.nanoTime() - readAt > LASTS.toNanos()) {
            refresh();
        }
        return known ? read.getOrDefault(what + " " + state, new Figure(0, 0)) : null;
    }

    /** Noted when it fails as well: while the database is away, not each gauge may wait for it. */
    private void refresh() {
        try {
            read = query();
            known = true;
        } catch (SQLException away) {
            known = false;
        }
        readAt = System.nanoTime();
    }

    private Map<String, Figure> query() throws SQLException {
        Map<String, Figure> figures = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (ResultSet row = statement.executeQuery(QUERY)) {
                while (row.next()) {
                    figures.put(
                            row.getString("what") + " " + row.getString("state"),
                            new Figure(row.getLong("n"), row.getDouble("age")));
                }
            }
        }
        return figures;
    }
}
