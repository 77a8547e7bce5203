package org.kcibridge.it.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The HTTP half of a stand-in: a free port on loopback, and one function from request to answer. It can be down for a while
 * and come back on the same port.
 */
final class LoopbackServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LoopbackServer.class.getName());
    private static final int BACKLOG = 128;

    private final String name;
    private final Function<Request, Answer> route;
    private final ExecutorService threads;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final int port;
    private volatile Lull lull = new Lull();
    private ServerSocket listener;
    private Thread acceptor;
    private boolean closed;

    /** Takes a free port, on which clients wait until it is started. */
    LoopbackServer(String name, Function<Request, Answer> route) {
        this.name = name;
        this.route = route;
        threads = Executors.newCachedThreadPool(task -> daemon(name, task));
        listener = listen(0);
        port = listener.getLocalPort();
    }

    /** Begins to answer. */
    synchronized LoopbackServer start() {
        startAccepting();
        return this;
    }

    static Thread daemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Refuses connections from now on, and ends those there are. */
    void down() {
        Thread before = stopListening();
        try {
            // As long as somebody waits in accept(), the kernel goes on taking connections.
            if (before != null) {
                before.join();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Thread stopListening() {
        Thread before = acceptor;
        if (listener != null) {
            quietly(listener);
            listener = null;
            acceptor = null;
        }
        connections.forEach(LoopbackServer::quietly);
        connections.clear();
        endPauses();
        return before;
    }

    /** Listens again, on the same port. */
    synchronized void up() {
        if (listener == null && !closed) {
            listener = listen(port);
            startAccepting();
        }
    }

    /** Sends home who waits for a slow answer to a request that has arrived already: the connection ends. */
    void endPauses() {
        Lull before = lull;
        lull = new Lull();
        before.end();
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
            return socket;
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " cannot be listened on", taken);
        }
    }

    private void startAccepting() {
        ServerSocket socket = listener;
        acceptor = daemon(name, () -> accept(socket));
        acceptor.start();
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                admit(socket.accept(), socket);
            }
        } catch (IOException | RejectedExecutionException closing) {
            // Down, for a while or for good.
        }
    }

    private synchronized void admit(Socket connection, ServerSocket over) {
        if (over != listener) {
            quietly(connection);
            return;
        }
        connections.add(connection);
        threads.execute(() -> {
            new Conversation(connection, () -> lull, this::answer).run();
            connections.remove(connection);
        });
    }

    private Answer answer(Request request) {
        try {
            return route.apply(request.numbered(requests.incrementAndGet()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "stand-in failed on " + request, e);
            return Answer.text(500, "Internal server error");
        }
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception closedAlready) {
            LOG.log(Level.FINE, "closing", closedAlready);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        down();
        threads.shutdownNow();
    }
}
