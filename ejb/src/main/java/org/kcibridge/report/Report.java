package org.kcibridge.report;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A set of KCIDB objects that are reported together: what one callback yields, or what one delivery carries.
 *
 * <p>It only guarantees the frame (lists by kind, every object with an id); whether the objects obey the schema is decided
 * where they leave the house. Empty lists are never written, because KCIDB's ingester keeps a document without any
 * object in its spool for ever.
 */
public final class Report {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int MAJOR = 5;
    private static final int MINOR = 3;
    private static final String VERSION = "version";

    private final Map<Kind, List<JsonObject>> objects;
    private String text;

    private Report(Map<Kind, List<JsonObject>> objects) {
        this.objects = new EnumMap<>(Kind.class);
        objects.forEach((kind, list) -> this.objects.put(kind, List.copyOf(list)));
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A report of one build and the checkout it was made from. */
    public static Report of(JsonObject checkout, JsonObject build) {
        return builder().add(Kind.CHECKOUTS, checkout).add(Kind.BUILDS, build).build();
    }

    /**
     * Reads back what {@link #toJson()} wrote, or a document a client submitted.
     *
     * @throws IllegalArgumentException if the frame is not that of a 5.x document we can carry without loss
     */
    public static Report parse(JsonObject document) {
        requireVersion(document.get(VERSION));
        Builder report = builder();
        Set<String> unknown = new HashSet<>(document.keySet());
        unknown.remove(VERSION);
        for (Kind kind : Kind.values()) {
            unknown.remove(kind.key());
            items(document, kind).forEach(item -> report.add(kind, object(kind, item)));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the document has members KCIDB does not know");
        }
        return report.build();
    }

    /** All objects of the reports; of two with the same kind and id the first one stays, as in KCIDB's ingester. */
    public static Report merge(Collection<Report> reports) {
        Builder merged = builder();
        Map<Kind, Set<String>> seen = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            seen.put(kind, new HashSet<>());
        }
        for (Report report : reports) {
            report.objects.forEach((kind, list) -> list.stream()
                    .filter(object -> seen.get(kind).add(object.getString("id")))
                    .forEach(object -> merged.add(kind, object)));
        }
        return merged.build();
    }

    public List<JsonObject> objects(Kind kind) {
        return objects.getOrDefault(kind, List.of());
    }

    /** How many objects there are, of all kinds together. */
    public int size() {
        return objects.values().stream().mapToInt(List::size).sum();
    }

    /** The KCIDB 5.3 document. */
    public JsonObject toJson() {
        JsonObjectBuilder document = JSON.createObjectBuilder()
                .add(VERSION, JSON.createObjectBuilder().add("major", MAJOR).add("minor", MINOR));
        objects.forEach((kind, list) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            list.forEach(array::add);
            document.add(kind.key(), array);
        });
        return document.build();
    }

    /** The document as text. It is written once, for it may be large and more than one want it. */
    public String text() {
        if (text == null) {
            text = toJson().toString();
        }
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Report that && objects.equals(that.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return "Report" + objects.keySet() + " of " + size();
    }

    private static void requireVersion(JsonValue version) {
        boolean ours = version instanceof JsonObject v
                && v.getInt("major", 0) == MAJOR
                && v.getInt("minor", 0) >= 0
                && v.getInt("minor", 0) <= MINOR;
        if (!ours) {
            throw new IllegalArgumentException("the document's version is not 5.0 to 5.3");
        }
    }

    private static JsonArray items(JsonObject document, Kind kind) {
        JsonValue items = document.getOrDefault(kind.key(), JsonValue.EMPTY_JSON_ARRAY);
        if (items instanceof JsonArray array) {
            return array;
        }
        throw new IllegalArgumentException(kind.key() + " is not a list");
    }

    private static JsonObject object(Kind kind, JsonValue item) {
        if (item instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException(kind.key() + " has an entry that is not an object");
    }

    /** Collects the objects of a report. */
    public static final class Builder {

        private final Map<Kind, List<JsonObject>> objects = new EnumMap<>(Kind.class);

        private Builder() {}

        public Builder add(Kind kind, JsonObject object) {
            if (!(object.get("id") instanceof JsonString)) {
                throw new IllegalArgumentException(kind.key() + " has an object without id");
            }
            objects.computeIfAbsent(kind, k -> new ArrayList<>()).add(object);
            return this;
        }

        public Report build() {
            return new Report(objects);
        }
    }
}
