package org.kcibridge.ingest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kcibridge.report.CopyRows;
import org.kcibridge.report.Kind;
import org.kcibridge.submission.kcidb.KcidbSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads submissions: strictly, as KCIDB's ingester does, once they are upgraded. */
public final class SubmissionReader {

    private static final KcidbSchema SCHEMA = KcidbSchema.forTaking();

    private SubmissionReader() {}

    /**
     * The objects of a submission as rows, by kind and id. Of two with one id the first counts.
     *
     * @throws Unusable when it is not one
     */
    public static Map<Kind, SortedMap<String, String>> read(byte[] document) {
        ObjectNode submission = upgraded(document);
        Map<Kind, SortedMap<String, String>> objects = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            SortedMap<String, String> byId = new TreeMap<>();
            for (JsonNode object : submission.path(kind.key())) {
                byId.putIfAbsent(
                        object.path("id").stringValue(),
                        CopyRows.row(kind, column -> text(column, object.get(column))));
            }
            objects.put(kind, byId);
        }
        return objects;
    }

    /** The submission as one of version 5.3. */
    static ObjectNode upgraded(byte[] document) {
        ObjectNode submission = parse(document);
        Upgrade.apply(submission);
        List<String> violations = SCHEMA.violations(submission);
        if (!violations.isEmpty()) {
            throw new Unusable(String.join("\n", violations));
        }
        requireOneTarget(submission.path(Kind.INCIDENTS.key()));
        return submission;
    }

    private static String text(String column, JsonNode value) {
        if (value == null) {
            return null;
        }
        if (CopyRows.isArray(column)) {
            return CopyRows.array(value.valueStream().map(JsonNode::stringValue));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** The schema does not say so, but an incident of nothing, or of two things, means nothing. */
    private static void requireOneTarget(JsonNode incidents) {
        for (int i = 0; i < incidents.size(); i++) {
            if (incidents.get(i).has("build_id") == incidents.get(i).has("test_id")) {
                throw new Unusable("/incidents/%d: needs either build_id or test_id".formatted(i));
            }
        }
    }

    private static ObjectNode parse(byte[] document) {
        try {
            if (KcidbSchema.parse(document) instanceof ObjectNode object) {
                return object;
            }
            throw new Unusable("/: is not an object");
        } catch (JacksonException unreadable) {
            throw new Unusable("/: is not JSON: "
                    + unreadable.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }
}
