package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.KcidbText;
import org.kcibridge.runner.BuildOrder;

/**
 * TuxSuite's account of a build. Nothing in it can be relied upon: a failed build lacks its artefacts, one that never began
 * lacks almost everything, and fields come and go. So whatever is missing, null, blank or of another type is "not known".
 *
 * @param json the account as it came
 */
public record BuildStatus(JsonObject json) {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_DATE_TIME;

    /** This account, and where it is silent what was ordered. */
    public BuildStatus completedBy(BuildOrder order) {
        JsonObjectBuilder complete = JSON.createObjectBuilder(json);
        ordered(order).forEach((field, value) -> {
            JsonValue told = json.get(field);
            boolean silent = told == null
                    || told.getValueType() != value.getValueType()
                    || told instanceof JsonString text && text.getString().isBlank()
                    || told instanceof JsonArray list && list.isEmpty()
                    || told instanceof JsonObject object && object.isEmpty();
            if (silent) {
                complete.add(field, value);
            }
        });
        return new BuildStatus(complete.build());
    }

    /** The account of a build of which nothing is known but, perhaps, its id. */
    static BuildStatus silent(String uid) {
        JsonObjectBuilder known = JSON.createObjectBuilder();
        return new BuildStatus((uid == null ? known : known.add("uid", uid)).build());
    }

    /** TuxSuite's id of the build, of visible ASCII characters as all its ids are. */
    public Optional<String> uid() {
        return text("uid").filter(uid -> uid.matches("[!-~]{1,200}"));
    }

    public Optional<String> text(String field) {
        return text(json, field);
    }

    public Optional<String> compiler(String field) {
        return text(object(metadata(), "compiler"), field);
    }

    /** The command line that tuxmake recorded for doing the same build again. */
    public Optional<JsonValue> reproducer() {
        return Optional.ofNullable(object(metadata(), "build").get("reproducer_cmdline"));
    }

    /** The configuration a build began with, then its fragments; empty if not known. */
    public List<String> kconfig() {
        return texts(json.get("kconfig"));
    }

    public List<String> targets() {
        return texts(json.get("targets"));
    }

    public JsonObject makeVariables() {
        return object(json, "make_variables");
    }

    /** File names by the kind of artefact, {@code {"kernel": ["Image.gz"], …}}; absent if TuxSuite did not list any. */
    public Optional<JsonObject> artifacts() {
        JsonObject results = object(metadata(), "results");
        return results.get("artifacts") instanceof JsonObject artifacts ? Optional.of(artifacts) : Optional.empty();
    }

    /** How long it took, in seconds. */
    public Optional<BigDecimal> duration() {
        return json.get("duration") instanceof JsonNumber seconds
                        && seconds.doubleValue() >= 0
                        && !Double.isInfinite(seconds.doubleValue())
                ? Optional.of(seconds.bigDecimalValue())
                : Optional.empty();
    }

    /** How often TuxSuite has already begun the build anew, 0 to 2. */
    /** Whether TuxSuite begins a build anew that broke down; it does unless it says {@code auto_retry: false}. */
    public boolean isRetried() {
        return json.get("auto_retry") != JsonValue.FALSE;
    }

    public int retry() {
        return json.get("retry") instanceof JsonNumber count ? count.intValue() : 0;
    }

    /** A point in time. TuxSuite writes UTC without saying so; should it say one day, it is believed. */
    public Optional<OffsetDateTime> time(String field) {
        return text(field).flatMap(BuildStatus::parse).filter(time -> time.getYear() >= 1970 && time.getYear() <= 9999);
    }

    @Override
    public String toString() {
        return "BuildStatus[" + uid().orElse("?") + "]";
    }

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

    private static JsonObject ordered(BuildOrder order) {
        JsonArrayBuilder kconfig = JSON.createArrayBuilder();
        kconfig.add(order.kconfig() == null || order.kconfig().isBlank() ? "defconfig" : order.kconfig());
        order.fragments().forEach(kconfig::add);
        JsonObjectBuilder variables = JSON.createObjectBuilder();
        new TreeMap<>(order.makeVariables()).forEach(variables::add);
        return new KcidbObject()
                .put("git_repo", order.repository())
                .put("git_ref", order.branch())
                .put("git_sha", order.commit())
                .put("target_arch", order.architecture())
                .put("toolchain", order.toolchain())
                .put("kconfig", kconfig.build())
                .put("targets", JSON.createArrayBuilder(order.targets()).build())
                .put("make_variables", variables.build())
                .build();
    }

    private JsonObject metadata() {
        return object(json, "tuxmake_metadata");
    }

    private static JsonObject object(JsonObject parent, String field) {
        return parent.get(field) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Optional<String> text(JsonObject parent, String field) {
        return parent.get(field) instanceof JsonString text
                ? Optional.of(KcidbText.clean(text.getString()).strip()).filter(clean -> !clean.isEmpty())
                : Optional.empty();
    }

    private static Optional<OffsetDateTime> parse(String text) {
        try {
            TemporalAccessor time = TIME.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    time instanceof OffsetDateTime exact ? exact : ((LocalDateTime) time).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
