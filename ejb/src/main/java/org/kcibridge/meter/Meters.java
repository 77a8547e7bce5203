package org.kcibridge.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Counters and timers by their names and tags. The server's registry looks through all its meters whenever it is asked for one,
 * so each is asked for once.
 */
@ApplicationScoped
public class Meters {

    @Inject
    MeterRegistry registry;

    private final Map<List<String>, Counter> counters = new ConcurrentHashMap<>();

    private final Map<List<String>, Timer> timers = new ConcurrentHashMap<>();

    /** @param tags names and values in turn */
    public Counter counter(String name, String... tags) {
        return counters.computeIfAbsent(key(name, tags), unknown -> registry.counter(name, tags));
    }

    /** @param tags names and values in turn */
    public Timer timer(String name, String... tags) {
        return timers.computeIfAbsent(key(name, tags), unknown -> registry.timer(name, tags));
    }

    private static List<String> key(String name, String... tags) {
        return Stream.concat(Stream.of(name), Stream.of(tags)).toList();
    }
}
