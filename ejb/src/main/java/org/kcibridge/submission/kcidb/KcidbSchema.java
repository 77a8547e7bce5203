package org.kcibridge.submission.kcidb;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.kcibridge.schema.JsonSchemas;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last look at a document before it is sent to KCIDB. KCIDB acknowledges anything and never tells why it failed; worse,
 * a row its database refuses takes all files of the same transaction with it, those of others included, and a few
 * documents stop the ingester altogether. So the schema here is that of version 5.3 with what goes without saying there
 * written down: checkouts need a start time, misc holds no NUL, indexed text is of limited length, and so on.
 *
 * <p>Formats (times, URLs, e-mail addresses) are asserted, which validators do only when told to. Instances may be used by
 * several threads at once; the schema is compiled once.
 */
public final class KcidbSchema {

    private static final String RESOURCE = "schema-5.3.json";
    /** Enough to see what is wrong; a bad mapping repeats its mistake in every object. */
    private static final int MOST_VIOLATIONS = 20;

    private static final int LONGEST_MESSAGE = 300;
    private static final String TOO_COMPLEX = "/: is too complex to be checked";
    /** KCIDB's endpoint (serde_json) gives up on the 128th level. */
    private static final int DEEPEST = 127;

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());
    private static final Schema TO_SEND = JsonSchemas.compile(tree());
    private static final Schema TO_TAKE = JsonSchemas.compile(relaxed(tree()));

    private final Schema schema;

    /** The one for what we send. */
    public KcidbSchema() {
        this(TO_SEND);
    }

    private KcidbSchema(Schema schema) {
        this.schema = schema;
    }

    /** The one for what others send: they may tell of a build that is not over, and of a checkout without a time. */
    public static KcidbSchema forTaking() {
        return new KcidbSchema(TO_TAKE);
    }

    /**
     * What keeps a document from being sent.
     *
     * @param documentJson the document as it would be posted
     * @return one line for each violation, a JSON pointer and what is wrong there, at most {@value #MOST_VIOLATIONS} of
     *     them; empty if the document is fine
     */
    public List<String> violations(String documentJson) {
        try {
            return lines(JSON.readTree(documentJson));
        } catch (JacksonException unreadable) {
            return List.of(brief("/: is not JSON that KCIDB can read: " + unreadable.getOriginalMessage()));
        } catch (StackOverflowError tooMuch) {
            return List.of(TOO_COMPLEX);
        }
    }

    /** The same of a document that {@link #parse} has read. */
    public List<String> violations(ObjectNode document) {
        try {
            return lines(document);
        } catch (StackOverflowError tooMuch) {
            return List.of(TOO_COMPLEX);
        }
    }

    /**
     * Reads JSON as KCIDB's endpoint does.
     *
     * @throws JacksonException when it is none, or too deep
     */
    public static JsonNode parse(byte[] document) {
        return JSON.readTree(document);
    }

    /** The schema itself, in draft 07 of JSON Schema. */
    public static InputStream source() {
        return KcidbSchema.class.getResourceAsStream(RESOURCE);
    }

    private List<String> lines(JsonNode document) {
        return schema.validate(document).stream()
                .limit(MOST_VIOLATIONS)
                .map(KcidbSchema::line)
                .toList();
    }

    private static JsonNode tree() {
        try (InputStream resource = source()) {
            return JSON.readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }

    /** KCIDB's own rules. */
    private static JsonNode relaxed(JsonNode strict) {
        ((ObjectNode) strict).remove("allOf");
        ObjectNode checkout = (ObjectNode) strict.at("/definitions/checkout");
        checkout.putArray("required").add("id").add("origin");
        return strict;
    }

    private static String line(Error violation) {
        String pointer = brief(violation.getInstanceLocation().toString());
        String what = violation.getKeyword().equals("not") ? "has no objects" : violation.getMessage();
        return (pointer.isEmpty() ? "/" : pointer) + ": " + brief(what);
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
