package org.kcibridge.it.benchmark;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that were committed together.
 *
 * @param explicit whether it was begun and ended by statements of their own
 */
record LoggedTransaction(List<LoggedStatement> statements, boolean explicit) {

    LoggedTransaction {
        statements = List.copyOf(statements);
    }

    /**
     * Two transactions of the same words do the same, with whatever values. Their order does not count, as conditions may
     * stand in another one each time.
     */
    List<String> words() {
        return statements.stream()
                .map(statement ->
                        Stream.of(statement.sql().split("\\s+")).sorted().collect(Collectors.joining(" ")))
                .toList();
    }

    boolean isMadeOf(Set<String> known) {
        return known.containsAll(words());
    }
}
