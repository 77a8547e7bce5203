package org.kcibridge.live;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The way of messages to one client. One is on the way at a time, and the next is only fetched when it is through: so a slow
 * client takes neither memory nor a thread.
 */
final class Outgoing {

    private final Line line;
    private final Executor executor;
    private final Supplier<String> messages;

    /** How often somebody called since there was nothing to send; while it is above 0 somebody is at it. */
    private final AtomicInteger calls = new AtomicInteger();

    private final AtomicBoolean stopped = new AtomicBoolean();

    /** @param messages the next one, or {@code null} when there is none */
    Outgoing(Line line, Executor executor, Supplier<String> messages) {
        this.line = line;
        this.executor = executor;
        this.messages = messages;
    }

    /** There may be something to send. */
    void wake() {
        if (calls.getAndIncrement() == 0) {
            goOn();
        }
    }

    /** @return whether it was not stopped before */
    boolean stop() {
        return stopped.compareAndSet(false, true);
    }

    /** On a thread of its own: who calls has other things to do, and one message's end would else be deep in another's. */
    private void goOn() {
        try {
            executor.execute(this::sendNext);
        } catch (RejectedExecutionException stopping) {
            stop();
        }
    }

    private void sendNext() {
        int seen = calls.get();
        while (seen > 0 && !stopped.get()) {
            String next = messages.get();
            if (next != null) {
                send(next);
                return;
            }
            seen = calls.addAndGet(-seen);
        }
    }

    private void send(String message) {
        try {
            line.send(message, sent -> {
                if (sent) {
                    goOn();
                }
            });
        } catch (RuntimeException closed) {
            stop();
        }
    }
}
