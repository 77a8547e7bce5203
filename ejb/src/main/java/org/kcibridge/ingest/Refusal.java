package org.kcibridge.ingest;

import java.sql.SQLException;
import java.util.Optional;
import org.kcibridge.log.OneLine;

/** What the database says to data that it will not take the next time either. */
final class Refusal {

    /** Of a wrong kind, against a constraint, too large. Everything else is trouble of the database's own. */
    private static final String FOR_GOOD = "(22|23|54).*";

    private Refusal() {}

    /** The reason; empty if it was something else. */
    static Optional<String> of(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && String.valueOf(refused.getSQLState()).matches(FOR_GOOD)) {
                return Optional.of("the database refuses it: " + OneLine.of(refused.getMessage()));
            }
        }
        return Optional.empty();
    }
}
