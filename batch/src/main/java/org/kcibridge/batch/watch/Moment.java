package org.kcibridge.batch.watch;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.kcibridge.heartbeat.DatabaseClock;

/** Makes times of what people write: {@code 2026-01-31T00:00:00Z}, or {@code P7D} for that long ago. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Moment {

    @Inject
    DatabaseClock clock;

    /** The time; one before all others for an empty text. */
    public Instant of(String text) {
        if (text == null || text.isEmpty()) {
            return Instant.EPOCH;
        }
        return text.startsWith("P") ? clock.now().minus(Duration.parse(text)) : Instant.parse(text);
    }
}
