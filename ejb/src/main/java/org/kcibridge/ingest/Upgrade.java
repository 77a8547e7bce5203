package org.kcibridge.ingest;

import java.util.Iterator;
import java.util.Map;
import org.kcibridge.report.KcidbText;
import org.kcibridge.report.Kind;
import org.kcibridge.report.RepositoryUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes a submission of version 5.3 out of an older one, and of one with the usual sins: nulls where there should be nothing,
 * NULs in logs, addresses that are not https. KCIDB's ingester means to do the first and throws the result away, so that
 * whether a build of version 4 was good is lost there; here it is kept.
 */
final class Upgrade {

    private static final String MISC = "misc";
    private static final String STATUS = "status";
    private static final String URL = "git_repository_url";

    private Upgrade() {}

    /** @param document is changed */
    static void apply(ObjectNode document) {
        SubmissionVersion version = SubmissionVersion.of(document);
        for (Kind kind : Kind.values()) {
            JsonNode list = document.path(kind.key());
            if (list.isNull()) {
                document.remove(kind.key());
            }
            for (JsonNode object : list) {
                if (object instanceof ObjectNode item) {
                    clean(item, true);
                    if (version.isOld()) {
                        upgrade(kind, item);
                    }
                }
            }
        }
        withHttps(document.path(Kind.CHECKOUTS.key()));
        ObjectNode current = document.objectNode();
        current.put("major", 5).put("minor", 3);
        document.set("version", current);
    }

    private static void upgrade(Kind kind, ObjectNode item) {
        switch (kind) {
            case CHECKOUTS -> item.remove("contacts");
            case BUILDS -> upgradeBuild(item);
            case TESTS -> upgradeTest(item);
            case ISSUES -> {
                item.remove("build_valid");
                item.remove("test_status");
            }
            case INCIDENTS -> {
                // They have not changed.
            }
        }
    }

    /** What was valid or not has passed or failed since 5.0. */
    private static void upgradeBuild(ObjectNode build) {
        JsonNode valid = build.remove("valid");
        if (valid != null && valid.isBoolean() && !build.has(STATUS)) {
            build.put(STATUS, valid.booleanValue() ? "PASS" : "FAIL");
        }
    }

    /** That a failure was waived is said by an issue since 5.0, which nobody can name here. */
    private static void upgradeTest(ObjectNode test) {
        JsonNode waived = test.remove("waived");
        if (waived != null && waived.isBoolean()) {
            ObjectNode misc = test.path(MISC) instanceof ObjectNode own ? own : test.putObject(MISC);
            misc.set("waived", waived);
        }
        if (test.path("path") instanceof StringNode path) {
            test.put("path", strict(path.stringValue()));
        }
    }

    /** Paths of version 4 may hold anything but blanks. */
    private static String strict(String path) {
        return path.replaceAll("[^a-zA-Z0-9_.-]", "_")
                .replaceAll("[.]{2,}", ".")
                .replaceAll("^[.]|[.]$", "");
    }

    private static void withHttps(JsonNode checkouts) {
        for (JsonNode checkout : checkouts) {
            if (checkout instanceof ObjectNode item && item.path(URL) instanceof StringNode url) {
                RepositoryUrl.of(url.stringValue())
                        .filter(any -> !url.stringValue().startsWith("https://"))
                        .ifPresent(address -> item.put(URL, address.https()));
            }
        }
    }

    /** Inside misc nulls may mean something. */
    private static void clean(ObjectNode object, boolean strict) {
        for (Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            if (strict && member.getValue().isNull()) {
                members.remove();
            } else {
                member.setValue(
                        cleaned(member.getValue(), strict && !member.getKey().equals(MISC)));
            }
        }
    }

    private static JsonNode cleaned(JsonNode value, boolean strict) {
        if (value instanceof StringNode text) {
            String clean = KcidbText.clean(text.stringValue());
            return clean.length() == text.stringValue().length() ? text : StringNode.valueOf(clean);
        }
        if (value instanceof ObjectNode object) {
            clean(object, strict);
        } else if (value instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (strict && array.get(i).isNull()) {
                    array.remove(i);
                } else {
                    array.set(i, cleaned(array.get(i), strict));
                }
            }
        }
        return value;
    }
}
