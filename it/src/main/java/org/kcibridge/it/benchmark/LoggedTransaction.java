package org.kcibridge.it.benchmark;

import java.util.List;
import java.util.Set;

/**
 * Statements that were committed together.
 *
 * @param explicit whether it was begun and ended by statements of their own
 */
record LoggedTransaction(List<LoggedStatement> statements, boolean explicit) {

    LoggedTransaction {
        statements = List.copyOf(statements);
    }

    /** Two transactions of one text do the same, with whatever values. */
    List<String> text() {
        return statements.stream().map(LoggedStatement::sql).toList();
    }

    boolean isMadeOf(Set<String> known) {
        return known.containsAll(text());
    }
}
