package org.kcibridge.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one can watch: everything that comes and changes by itself. */
public enum Channel {
    CHECKOUTS,
    BUILDS,
    TESTS,
    ISSUES,
    INCIDENTS,
    JOBS,
    SUBMISSIONS,
    DELIVERIES,
    /** Whether they can be reached. */
    DESTINATIONS,
    CALLBACKS,
    UPLOADS,
    /** What the bridge holds back. */
    MODES,
    /** Executions of batch jobs. */
    BATCH;

    /** Its name outside: that of the objects' list. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** All of them, for somebody who asked for another. */
    public static String all() {
        return Arrays.stream(values()).map(Channel::key).collect(Collectors.joining(", "));
    }
}
