package org.kcibridge.it.delivery;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.kcibridge.it.builders.Given;
import org.kcibridge.it.container.Database;

/** Reports that wait in the outbox without anybody having asked for them. */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Given given;

    public Waiting(Database database) {
        this.database = database;
        this.given = new Given(database);
    }

    /** So many reports, of two objects each, become due at the same moment. */
    public void due(int submissions) {
        given.bulk(submissions, i -> given.submission().with("job_id", null));
        database.update("update submission set due_at = now()");
    }

    public void await(String state, int submissions) {
        Awaitility.await(submissions + " submissions are " + state)
                .atMost(PATIENCE)
                .until(() -> count(state), counted -> counted == submissions);
    }

    public int count(String state) {
        return database.count("select count(*) from submission where state = ?", state);
    }
}
