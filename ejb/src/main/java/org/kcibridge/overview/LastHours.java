package org.kcibridge.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** The last hours as they were half a minute ago at most: all that happened in them is read for it, and many may look. */
@ApplicationScoped
public class LastHours {

    private static final Duration LASTS = Duration.ofSeconds(30);

    @Inject
    Overview overview;

    private List<Hour> read = List.of();
    private int hours;
    private long readAt;

    /** The last hours, the one under way included, oldest first. */
    public synchronized List<Hour> of(int wanted) {
        if (wanted != hours || System.nanoTime() - readAt > LASTS.toNanos()) {
            read = overview.hours(wanted);
            hours = wanted;
            readAt = System.nanoTime();
        }
        return read;
    }
}
