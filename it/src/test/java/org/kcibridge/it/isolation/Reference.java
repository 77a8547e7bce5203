package org.kcibridge.it.isolation;

import java.util.List;
import java.util.Set;

/**
 * A foreign key.
 *
 * @param nullable those of the columns that can be set to null, which undoes the reference
 * @param deferrable whether its check can wait for the commit
 * @param onDelete as pg_constraint has it: a, r, c, n or d
 */
public record Reference(
        String name,
        String table,
        List<String> columns,
        String target,
        List<String> nullable,
        boolean deferrable,
        String onDelete) {

    private static final Set<String> FOLLOWING = Set.of("c", "n", "d");

    public Reference {
        columns = List.copyOf(columns);
        nullable = List.copyOf(nullable);
    }

    boolean isWithinTable() {
        return table.equals(target);
    }

    /** Whether the target's rows can go first. RESTRICT is checked at once, even where the reference is deferrable. */
    boolean letsTargetGoFirst() {
        return FOLLOWING.contains(onDelete) || (deferrable && !"r".equals(onDelete));
    }

    boolean canBeNulled() {
        return !nullable.isEmpty();
    }
}
