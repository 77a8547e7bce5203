package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kcibridge.report.KcidbJson;
import org.kcibridge.report.KcidbText;
import org.kcibridge.report.KcidbTime;

/**
 * What TuxSuite tells of a piece of work. Nothing in it can be relied upon: what never began lacks almost everything, and
 * fields come and go. So whatever is missing, null, blank or of another type is "not known".
 */
sealed interface Account permits BuildStatus, TestStatus {

    /** TuxSuite begins work that broke down anew up to this many times, by itself. */
    int RETRIES = 2;

    JsonProvider JSON = JsonProvider.provider();

    /** The account as it came. */
    JsonObject json();

    /** How often TuxSuite has already begun the work anew, 0 to {@value #RETRIES}. */
    int retry();

    /** TuxSuite's id of the work, of visible ASCII characters as all its ids are. */
    default Optional<String> uid() {
        return text("uid").filter(uid -> uid.matches("[!-~]{1,200}"));
    }

    default Optional<String> text(String field) {
        return text(json(), field);
    }

    /** One of TuxSuite's words, such as {@code finished}. */
    default Optional<String> word(String field) {
        return text(field).map(word -> word.toLowerCase(Locale.ROOT));
    }

    /** How long it took, in seconds. */
    default Optional<BigDecimal> duration() {
        return json().get("duration") instanceof JsonNumber seconds
                        && seconds.doubleValue() >= 0
                        && seconds.doubleValue() <= KcidbJson.LARGEST
                ? Optional.of(seconds.bigDecimalValue())
                : Optional.empty();
    }

    /** A point in time. */
    default Optional<OffsetDateTime> time(String field) {
        return text(field).flatMap(KcidbTime::parse);
    }

    /** The first of the points in time that is told. */
    default Optional<OffsetDateTime> time(String field, String otherwise) {
        return time(field).or(() -> time(otherwise));
    }

    /** Whether TuxSuite begins work anew that broke down; it does unless it says {@code auto_retry: false}. */
    default boolean isRetried() {
        return json().get("auto_retry") != JsonValue.FALSE;
    }

    /** Why trouble of TuxSuite's own is not its last word, if it is not. */
    default Optional<String> nextAttempt() {
        return isRetried() && retry() < RETRIES
                ? Optional.of("TuxSuite will try again, so far %d of %d times".formatted(retry(), RETRIES))
                : Optional.empty();
    }

    /** Everything in the account that is anybody's business and holds something, in TuxSuite's words. */
    default JsonObject details() {
        JsonObjectBuilder details = JSON.createObjectBuilder();
        Redaction.object(json()).forEach((field, value) -> {
            if (!hollow(value)) {
                details.add(field, value);
            }
        });
        return details.build();
    }

    static boolean hollow(JsonValue value) {
        return value == null
                || value == JsonValue.NULL
                || value instanceof JsonString text && text.getString().isBlank()
                || value instanceof JsonArray list && list.isEmpty()
                || value instanceof JsonObject object && object.isEmpty();
    }

    static Optional<String> text(JsonObject parent, String field) {
        return parent.get(field) instanceof JsonString text
                ? Optional.of(KcidbText.clean(text.getString()).strip()).filter(clean -> !clean.isEmpty())
                : Optional.empty();
    }

    /** The texts in a list; a single text counts as a list of one. */
    static List<String> texts(JsonValue value) {
        if (value instanceof JsonArray list) {
            return list.stream()
                    .filter(JsonString.class::isInstance)
                    .map(item -> KcidbText.clean(((JsonString) item).getString()))
                    .filter(item -> !item.isBlank())
                    .toList();
        }
        return value instanceof JsonString single && !single.getString().isBlank()
                ? List.of(KcidbText.clean(single.getString()))
                : List.of();
    }

    static JsonObject object(JsonObject parent, String field) {
        return parent.get(field) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }

    static int count(JsonValue value) {
        return value instanceof JsonNumber count ? count.intValue() : 0;
    }
}
