package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * KCIDB's submission endpoint and ingester on loopback, for the sandbox and the tests. As with the real one, a 200 only
 * says that a document was spooled; whether it is any good shows in its status later.
 *
 * <p>For curious people {@code GET /documents} lists what was accepted; the real one has no such thing.
 */
public final class KcidbStandIn implements AutoCloseable {

    private static final int MAX_BYTES = 512 * 1024 * 1024;
    private static final JsonParserFactory PARSERS =
            Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", 128));

    private final String token;
    private final Predicate<String> acceptable;
    private final KcidbScript script = new KcidbScript();
    private final Map<String, StoredDocument> documents = new LinkedHashMap<>();
    private final AtomicInteger posts = new AtomicInteger();
    private final LoopbackServer server;

    /** Starts on a free port, and takes every document that has a version and at least one object. */
    public KcidbStandIn(String token) {
        this(token, KcidbStandIn::hasObjects);
    }

    /**
     * Starts on a free port.
     *
     * @param acceptable whether the ingester takes a document, given as JSON text; the schema check goes here
     */
    public KcidbStandIn(String token, Predicate<String> acceptable) {
        this.token = token;
        this.acceptable = acceptable;
        this.server = new LoopbackServer("kcidb", this::answer).start();
    }

    /** What a submitter is given as {@code KCIDB_SUBMIT_URL}. */
    public URI submitUrl() {
        return server.uri().resolve("/submit");
    }

    /** Where a browser sees the documents. */
    public URI documentsUrl() {
        return server.uri().resolve("/documents");
    }

    public KcidbScript script() {
        return script;
    }

    /** The documents accepted, oldest first. */
    public List<StoredDocument> documents() {
        synchronized (documents) {
            return List.copyOf(documents.values());
        }
    }

    /** Posts received, refused ones too. */
    public int posts() {
        return posts.get();
    }

    /** Forgets the documents, not what the script says. */
    public void clear() {
        synchronized (documents) {
            documents.clear();
        }
        posts.set(0);
    }

    private Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "POST /submit" -> submit(request);
            case "GET /status" -> status(request);
            case "GET /authtest" -> denial(request).orElseGet(() -> reply(200, "0", "ok", "Authenticated"));
            case "GET /health" -> Answer.text(200, "OK");
            case "GET /documents" -> list();
            default ->
                Answer.empty(
                        List.of("/submit", "/status", "/authtest", "/health").contains(request.path()) ? 405 : 404);
        };
    }

    private Answer submit(Request request) {
        posts.incrementAndGet();
        Answer ordered = script.nextAnswer();
        if (ordered != null) {
            return ordered;
        }
        if (request.body().length > MAX_BYTES) {
            return Answer.text(413, "length limit exceeded");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            return Answer.text(400, "Request body didn't contain valid UTF-8");
        }
        return denial(request).orElseGet(() -> parse(text)
                .map(content -> store(text, content))
                .orElseGet(() -> reply(400, "0", "error", "Invalid JSON")));
    }

    private Answer store(String text, JsonValue content) {
        String id = UUID.randomUUID().toString().replace("-", "");
        boolean good = !script.failsDocument() && acceptable.test(text);
        synchronized (documents) {
            documents.put(id, new StoredDocument(id, Instant.now(), content, good));
        }
        script.afterStoring().run();
        return script.dropsAnswer() ? Answer.hangUp() : reply(200, id, "ok", "Submission received");
    }

    private Answer status(Request request) {
        Optional<String> id = request.parameter("id");
        if (id.isEmpty()) {
            return Answer.text(400, "Failed to deserialize query string: missing field `id`");
        }
        return denial(request).orElseGet(() -> status(id.get()));
    }

    private Answer status(String id) {
        if (!id.matches("[A-Za-z0-9]+")) {
            return reply(400, "0", "error", "Invalid submission ID");
        }
        StoredDocument document;
        synchronized (documents) {
            document = documents.get(id);
        }
        if (document == null) {
            return reply(404, id, "notfound", "Submission not found");
        }
        if (Instant.now().isBefore(document.received().plus(script.ingestTime()))) {
            return reply(200, id, "ready", "File is waiting to be processed");
        }
        return document.good()
                ? reply(200, id, "processed", "File has been processed")
                : reply(200, id, "failed", "File failed to be processed");
    }

    /** Only the second word counts, whatever the first is. */
    private Optional<Answer> denial(Request request) {
        String[] words = request.header("authorization").orElse("").split(" ");
        return words.length > 1 && words[1].equals(token)
                ? Optional.empty()
                : Optional.of(reply(401, "0", "error", "Invalid or missing token"));
    }

    private Answer list() {
        var list = Json.createArrayBuilder();
        documents()
                .forEach(document -> list.add(Json.createObjectBuilder()
                        .add("id", document.id())
                        .add("received", document.received().toString())
                        .add("good", document.good())
                        .add("document", document.content())));
        return Answer.json(200, list.build());
    }

    /** JSON that calls itself text, as the real one does. */
    private static Answer reply(int httpStatus, String id, String status, String message) {
        return Answer.text(
                httpStatus,
                Json.createObjectBuilder()
                        .add("id", id)
                        .add("status", status)
                        .add("message", message)
                        .build()
                        .toString());
    }

    private static Optional<JsonValue> parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            // A lone surrogate, legal as an escape for our parser, is refused by the real one.
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value.toString()));
            return parser.hasNext() ? Optional.empty() : Optional.of(value);
        } catch (JsonException | NoSuchElementException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasObjects(String text) {
        JsonValue value = parse(text).orElse(JsonValue.NULL);
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            return false;
        }
        var root = value.asJsonObject();
        return root.get("version") != null
                && Stream.of("checkouts", "builds", "tests", "issues", "incidents")
                        .map(root::get)
                        .anyMatch(list -> list != null
                                && list.getValueType() == JsonValue.ValueType.ARRAY
                                && !list.asJsonArray().isEmpty());
    }

    @Override
    public void close() {
        server.close();
    }
}
