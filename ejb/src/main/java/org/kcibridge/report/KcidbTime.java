package org.kcibridge.report;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads the times that runners and harnesses write. Most of them mean UTC without saying so; one that says is believed. */
public final class KcidbTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_DATE_TIME;
    private static final int EPOCH = 1970;
    /** KCIDB takes four digits. */
    private static final int LAST_YEAR = 9999;

    private KcidbTime() {}

    /** Empty if it is no point in time that anything of ours can have happened at. */
    public static Optional<OffsetDateTime> parse(String text) {
        try {
            TemporalAccessor time = TIME.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                            time instanceof OffsetDateTime exact
                                    ? exact
                                    : ((LocalDateTime) time).atOffset(ZoneOffset.UTC))
                    .filter(known -> known.getYear() >= EPOCH && known.getYear() <= LAST_YEAR);
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
