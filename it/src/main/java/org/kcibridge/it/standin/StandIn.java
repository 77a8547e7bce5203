package org.kcibridge.it.standin;

import java.net.URI;
import java.time.Duration;

/**
 * A service of the outside on loopback: what it is asked is recorded, what it answers may be spoilt by its script, and it
 * can be down. Which service it is, subclasses say.
 *
 * @param <M> what the service remembers until it is cleared
 */
public abstract class StandIn<M> implements AutoCloseable {

    /** More than anything here needs; it only bounds failures. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Script<?> script;
    private final LoopbackServer server;
    private volatile Era<M> era;

    StandIn(String name, Script<?> script) {
        this.script = script;
        server = new LoopbackServer(name, this::receive);
    }

    /** Begins to answer; the last thing that a constructor does. */
    final void open(M memory) {
        era = new Era<>(new Recording(), memory);
        server.start();
    }

    /** Address of the service, on a free port. */
    public final URI url() {
        return server.uri();
    }

    /** What arrived since the stand-in was last cleared, understood or not, oldest first. */
    public final Requests requests() {
        return era.recording().requests();
    }

    /** Waits for the first request of a kind since the stand-in was last cleared; see {@link Requests#to}. */
    public final Request awaitRequest(String method, String path) {
        return awaitRequests(1, method, path).get(0);
    }

    /** Waits until so many requests of a kind have come since the stand-in was last cleared, and returns all of them. */
    public final Requests awaitRequests(int count, String method, String path) {
        return era.recording().await(count, new RequestKind(method, path), PATIENCE);
    }

    /** Refuses connections and ends those there are, until it comes {@link #up}. What it has taken on goes on meanwhile. */
    public final void down() {
        server.down();
    }

    /** Listens again, on the same port. */
    public final void up() {
        server.up();
    }

    /**
     * Begins anew: nothing that came before is known any more, nothing that it leads to happens from now on, and the
     * stand-in is up. Its script stays.
     */
    public abstract void clear();

    @Override
    public void close() {
        server.close();
    }

    /** Begins a new era. A request that arrived in the one before still belongs to that. @return what was remembered */
    final M renew(M memory) {
        M before = memory();
        era = new Era<>(new Recording(), memory);
        server.endPauses();
        server.up();
        return before;
    }

    final M memory() {
        return era.memory();
    }

    /** The answer by the service's own rules. */
    abstract Answer answer(Request request, M memory);

    private Answer receive(Request request) {
        Era<M> now = era;
        now.recording().add(request);
        return script.play(request, () -> answer(request, now.memory()));
    }

    /** What is between two clearings. */
    private record Era<M>(Recording recording, M memory) {}
}
