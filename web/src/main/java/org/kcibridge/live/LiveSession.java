package org.kcibridge.live;

import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.kcibridge.event.Channel;
import org.kcibridge.event.Events;
import org.kcibridge.event.EventsGone;
import org.kcibridge.live.NotUnderstood.Fault;
import org.kcibridge.log.BridgeLog;

/**
 * One client that watches. It is told at its own pace. A client that does not keep up falls behind, and is dropped when what
 * it has not read is thrown away, or when it gives no sign of life.
 */
final class LiveSession {

    /** Whoever is silent for so long, although pinged, has gone or does not read. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    /** Then one has to log in again: the token may have been revoked in the meantime. */
    static final Duration LONGEST = Duration.ofHours(1);

    /** So many answers may wait for a client that asks and does not read. */
    static final int MOST_ANSWERS = 32;

    private final Line line;
    private final Events events;
    private final Outgoing outgoing;
    private final long openedAt;
    private volatile long heardAt;

    /** These two change together, so that no event of a channel comes before its subscription is answered. */
    private final Subscriptions subscriptions = new Subscriptions();

    private final Queue<String> answers = new ArrayDeque<>();

    /** @param now on a clock that only ever measures how long something took, as everywhere here */
    LiveSession(Line line, Events events, Executor executor, long now) {
        this.line = line;
        this.events = events;
        this.outgoing = new Outgoing(line, executor, this::next);
        this.openedAt = now;
        this.heardAt = now;
    }

    void received(String text) {
        try {
            obey(ClientMessage.parse(text));
        } catch (NotUnderstood reason) {
            refuse(reason);
        }
    }

    void refuse(NotUnderstood reason) {
        answer(Frame.error(reason));
    }

    private void obey(ClientMessage message) throws NotUnderstood {
        if (message.since().isPresent()) {
            requireKept(message.since().getAsLong());
        }
        answer(message);
    }

    private synchronized void answer(ClientMessage message) {
        Channel channel = message.channel();
        if (message.type() == ClientMessage.Type.UNSUBSCRIBE) {
            subscriptions.remove(channel);
            answer(Frame.unsubscribed(channel));
        } else {
            answer(Frame.subscribed(channel, subscribe(channel, message.since())));
        }
    }

    /** @return the event that the first one to be told comes after */
    private long subscribe(Channel channel, OptionalLong since) {
        if (since.isPresent() || !subscriptions.contains(channel)) {
            subscriptions.add(channel, since.orElseGet(events::newest));
        }
        return subscriptions.after(channel);
    }

    private void requireKept(long id) throws NotUnderstood {
        try {
            events.requireKept(id);
        } catch (EventsGone gone) {
            throw new NotUnderstood(Fault.GONE, gone.getMessage());
        } catch (RuntimeException away) {
            throw new NotUnderstood(Fault.UNAVAILABLE, "events cannot be read at the moment; try again later");
        }
    }

    private synchronized void answer(String frame) {
        if (answers.size() == MOST_ANSWERS) {
            end(CloseCodes.VIOLATED_POLICY, "too many requests whose answers are not read");
        } else {
            answers.add(frame);
            wake();
        }
    }

    private synchronized String next() {
        try {
            return answers.isEmpty()
                    ? subscriptions.next(events::after).map(Frame::event).orElse(null)
                    : answers.poll();
        } catch (EventsGone gone) {
            end(CloseCodes.VIOLATED_POLICY, "too slow: events that were not read are not kept any more");
        } catch (RuntimeException away) {
            // The database is away; the next beat tries again.
        }
        return null;
    }

    /** There may be new events. */
    void wake() {
        outgoing.wake();
    }

    /** There was a sign of life. */
    void heard(long now) {
        heardAt = now;
    }

    /** Comes every few seconds. */
    void beat(long now) {
        if (now - heardAt > LONGEST_SILENCE.toNanos()) {
            end(CloseCodes.VIOLATED_POLICY, "no sign of life: pings are not answered, or nothing is read");
        } else if (now - openedAt > LONGEST.toNanos()) {
            end(CloseCodes.SERVICE_RESTART, "log in again; with since nothing is missed");
        } else {
            line.ping();
            wake();
        }
    }

    void end(CloseCode code, String reason) {
        if (outgoing.stop()) {
            BridgeLog.LOG.sessionEnded(line.caller(), reason);
            line.close(code, reason);
        }
    }
}
