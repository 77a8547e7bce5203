package org.kcibridge.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/**
 * Builds one object of a KCIDB document. KCIDB has no nulls: a value that is not known is left out, and so is a blank
 * one, because the ingester keeps the first value it gets and an empty one would stand in the way of a better one.
 */
public final class KcidbObject {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter();

    /** At most four bytes each in UTF-8, and an index entry of PostgreSQL takes about 2,700. */
    private static final int LONGEST_INDEXED = 500;

    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObjectBuilder members;

    public KcidbObject() {
        members = JSON.createObjectBuilder();
    }

    /** Begins with all that another one, which is clean, holds. */
    public KcidbObject(JsonObject begun) {
        members = JSON.createObjectBuilder(begun);
    }

    /** Adds text, cleaned; nothing if it is null or blank. */
    public KcidbObject put(String name, String text) {
        if (text != null) {
            String clean = KcidbText.clean(text);
            if (!clean.isBlank()) {
                members.add(name, clean);
            }
        }
        return this;
    }

    /** Adds text to a member that KCIDB's database has an index on, cut to what an index can take. */
    public KcidbObject putIndexed(String name, String text) {
        return put(name, text == null ? null : KcidbText.head(text, LONGEST_INDEXED));
    }

    /** Adds text even if it is empty, for members where that has a meaning: a {@code patchset_hash} of "" says "no patches". */
    public KcidbObject putVerbatim(String name, String text) {
        if (text != null) {
            members.add(name, KcidbText.clean(text));
        }
        return this;
    }

    public KcidbObject put(String name, Boolean flag) {
        if (flag != null) {
            members.add(name, flag);
        }
        return this;
    }

    public KcidbObject put(String name, BigDecimal number) {
        if (number != null) {
            members.add(name, number);
        }
        return this;
    }

    /** Adds a time as RFC 3339 in UTC, {@code 2026-02-28T23:59:01.5+00:00}, to the microsecond that PostgreSQL keeps. */
    public KcidbObject put(String name, OffsetDateTime time) {
        if (time != null) {
            members.add(
                    name, TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS)));
        }
        return this;
    }

    public KcidbObject put(String name, Status status) {
        if (status != null) {
            members.add(name, status.name());
        }
        return this;
    }

    /** Adds structured data, cleaned; nothing if it is null or an empty object or list. */
    public KcidbObject put(String name, JsonValue value) {
        boolean empty = value == null
                || value == JsonValue.NULL
                || value instanceof JsonObject object && object.isEmpty()
                || value instanceof JsonArray array && array.isEmpty();
        if (!empty) {
            members.add(name, KcidbJson.cleanFree(value));
        }
        return this;
    }

    /** Adds all members of an object, as far as they hold something. */
    public KcidbObject putAll(JsonObject object) {
        object.forEach((name, value) -> put(KcidbText.clean(name), value));
        return this;
    }

    public JsonObject build() {
        return members.build();
    }
}
