package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something that the stand-in for TuxSuite took on: a build or a test, and TuxSuite's view of it as it proceeds. */
abstract class Work {

    /** TuxSuite's times are UTC and do not say so. */
    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private final String uid;
    private final JsonObject order;
    private final URI downloads;
    private final Instant ordered = Instant.now();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Instant finished;

    Work(String uid, JsonObject order, URI downloads) {
        this.uid = uid;
        this.order = order;
        this.downloads = downloads;
    }

    /** What a callback calls it. */
    abstract String kind();

    /** What a client reads and a callback carries. */
    abstract JsonObject status();

    /** A file that it left; empty as long as it is not finished, and where there is none of that name. */
    abstract Optional<Body> file(String name);

    /** Ends it as when somebody cancelled it. */
    abstract void cancel();

    /** Whether it ended well. */
    abstract boolean passed();

    final String uid() {
        return uid;
    }

    final JsonObject order() {
        return order;
    }

    final URI downloads() {
        return downloads;
    }

    final Instant ordered() {
        return ordered;
    }

    final synchronized boolean isFinished() {
        return finished != null;
    }

    final synchronized Instant finished() {
        return finished;
    }

    /** How it ended is known already. It may end again, another way: TuxSuite repeats what its own trouble ended. */
    final synchronized void finishNow() {
        finished = Instant.now();
        done.complete(null);
    }

    /** Does something as soon as this is finished for the first time, which may be now. */
    final void whenFinished(Runnable deed) {
        done.thenRun(deed);
    }

    static String naive(Instant time) {
        return NAIVE.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
