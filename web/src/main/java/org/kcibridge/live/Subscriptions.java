package org.kcibridge.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.kcibridge.event.Channel;
import org.kcibridge.event.Event;

/**
 * What one client watches, and how far it has been told. All its channels are read together, from one place on; a channel
 * that is to be told from further back takes that place back with it, and the others remember what they know already.
 */
final class Subscriptions {

    /** The event after which each channel is told. */
    private final Map<Channel, Long> after = new EnumMap<>(Channel.class);

    private final Deque<Event> portion = new ArrayDeque<>();
    private long place;

    /** Subscribes, or tells a channel that is subscribed to anew, from after this event on. */
    void add(Channel channel, long id) {
        after.remove(channel);
        if (after.isEmpty()) {
            goTo(id);
        } else if (id < place) {
            after.replaceAll((other, known) -> Math.max(known, place));
            goTo(id);
        }
        after.put(channel, id);
    }

    void remove(Channel channel) {
        after.remove(channel);
    }

    boolean contains(Channel channel) {
        return after.containsKey(channel);
    }

    /** The event after which the channel is told, as far as that is known without reading. */
    long after(Channel channel) {
        return Math.max(after.get(channel), place);
    }

    /** @param read the first few events after one */
    Optional<Event> next(LongFunction<List<Event>> read) {
        while (!after.isEmpty()) {
            if (portion.isEmpty()) {
                portion.addAll(read.apply(place));
            }
            Event next = portion.poll();
            if (next == null) {
                return Optional.empty();
            }
            place = next.id();
            if (isWanted(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private boolean isWanted(Event event) {
        return Channel.of(event.channel())
                .map(after::get)
                .filter(known -> event.id() > known)
                .isPresent();
    }

    private void goTo(long id) {
        place = id;
        portion.clear();
    }
}
