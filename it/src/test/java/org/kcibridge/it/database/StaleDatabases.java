package org.kcibridge.it.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What runs that were killed left on a server. A run clears up after itself; for one that could not, the next does it.
 *
 * <p>A database without mark is nobody's to drop, even under our kind of name. Templates of other migrations go with the
 * process that made them: a branch that still wants its template makes it anew in a moment.
 */
public final class StaleDatabases {

    private final DatabaseServer server;
    private final TestDatabases databases;
    private final DatabaseName wanted;

    StaleDatabases(DatabaseServer server, Owner owner, DatabaseName wantedTemplate) {
        this.server = server;
        this.databases = new TestDatabases(server, owner);
        this.wanted = wantedTemplate;
    }

    /** Drops them, and says which. */
    public List<String> reap() {
        return new ServerLock(server).holding(() -> {
            List<String> dropped = new ArrayList<>();
            databases.all().forEach((name, owner) -> {
                if (!name.equals(wanted.text())
                        && owner.filter(Predicate.not(Owner::isAlive)).isPresent()) {
                    databases.drop(new DatabaseName(name));
                    dropped.add(name);
                }
            });
            return List.copyOf(dropped);
        });
    }
}
