package org.kcibridge.results;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that a case came to.
 *
 * @param value the number, as the harness wrote it
 * @param unit what is counted or measured, {@code ms} for example; absent when the harness does not say, or if it is a ratio
 */
public record Measurement(BigDecimal value, Optional<String> unit) {

    public Measurement {
        unit = unit.map(String::strip).filter(text -> !text.isEmpty());
    }
}
