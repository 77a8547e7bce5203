package org.kcibridge.lab;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Tests of a run were reported before, and not like this. KCIDB keeps what it got first for ever, so to take them would be to
 * say one thing here and another one there.
 */
@ApplicationException(rollback = true)
public class ConflictingResults extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    /**
     * One such test.
     *
     * @param index its place among the results, from 0
     * @param id KCIDB's id of it
     * @param before how it was reported, in a line
     */
    public record Conflict(int index, String id, String before) {}

    ConflictingResults(List<Conflict> conflicts) {
        super("%d tests were reported before, and otherwise".formatted(conflicts.size()));
        this.conflicts = List.copyOf(conflicts);
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }
}
