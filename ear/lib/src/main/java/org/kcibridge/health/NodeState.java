package org.kcibridge.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** What the core tells the checks, which stand where they cannot see it: how this node is and what its operator expects. */
@ApplicationScoped
public class NodeState {

    private volatile long beat = System.nanoTime();
    private volatile Limits limits;

    /**
     * What is still well.
     *
     * @param schema the version of the database's schema that this node was built for
     * @param outboxAge how old a report may grow that waits for KCIDB
     * @param freeDisk how many bytes must be free where the server keeps logs and data
     */
    public record Limits(int schema, Duration outboxAge, long freeDisk) {}

    /** The core has started, and expects this. */
    public void started(Limits expected) {
        limits = expected;
    }

    /** A chore begins. */
    public void beats() {
        beat = System.nanoTime();
    }

    Duration sinceLastBeat() {
        return Duration.ofNanos(System.nanoTime() - beat);
    }

    /** Empty as long as the core has not started. */
    Optional<Limits> limits() {
        return Optional.ofNullable(limits);
    }
}
