package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.kcibridge.it.run.BridgeServer;

/** A bridge at work on a database of its own. */
final class Bridge implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final BridgeServer server;
    private final Database database;
    private final Api api;
    private final Api stranger;
    private final double startSeconds;

    private Bridge(BridgeServer server, Database database, String token, double startSeconds) {
        this.server = server;
        this.database = database;
        this.api = new Api(server.url(), Map.of("Authorization", "Bearer " + token));
        this.stranger = new Api(server.url(), Map.of());
        this.startSeconds = startSeconds;
    }

    /** Starts the server and waits until it is ready. */
    static Bridge start(BridgeServer server, Database database, String token) throws Exception {
        var watch = new Stopwatch();
        server.start();
        try {
            server.awaitReady(PATIENCE);
        } catch (Exception e) {
            server.close();
            throw e;
        }
        return new Bridge(server, database, token, watch.seconds());
    }

    Api api() {
        return api;
    }

    /** For those who bring no token, as runners do that call back. */
    Api stranger() {
        return stranger;
    }

    Database database() {
        return database;
    }

    Meter meter() throws Exception {
        return new Meter(server.process(), database);
    }

    Compilers compilers() {
        return new Compilers(server.process());
    }

    /** How long it took until it was ready. */
    double startSeconds() {
        return startSeconds;
    }

    /** Starts a batch job over REST and waits for its end. @return what it says of itself */
    String run(String job, String parameters) throws Exception {
        String execution = api.post("/api/v1/batch/jobs/" + job + "/start", "{\"parameters\":" + parameters + "}")
                .require(201)
                .location();
        Patience.until(job + " is over", 200, () -> !api.get(execution).json().getBoolean("running"));
        var end = api.get(execution).json();
        if (!end.getString("state").equals("COMPLETED")) {
            throw new IllegalStateException(job + " ended with " + end);
        }
        return end.getString("exit_status");
    }

    @Override
    public void close() throws IOException {
        api.close();
        stranger.close();
        server.close();
    }
}
