package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** KCIDB's submission endpoint and ingester: what they answer, and in which words they refuse. */
final class KcidbEndpoint {

    private static final int MAX_BYTES = 512 * 1024 * 1024;

    private final String token;
    private final Function<String, List<String>> check;
    private final KcidbScript script;

    KcidbEndpoint(String token, Function<String, List<String>> check, KcidbScript script) {
        this.token = token;
        this.check = check;
        this.script = script;
    }

    Answer answer(Request request, Spool spool) {
        return switch (request.method() + " " + request.path()) {
            case "POST /submit" -> submit(request, spool);
            case "GET /status" -> status(request, spool);
            case "GET /authtest" -> denial(request).orElseGet(() -> reply(200, "0", "ok", "Authenticated"));
            case "GET /health" -> Answer.text(200, "OK");
            case "GET /documents" -> list(spool);
            default ->
                Answer.empty(
                        List.of("/submit", "/status", "/authtest", "/health").contains(request.path()) ? 405 : 404);
        };
    }

    private Answer submit(Request request, Spool spool) {
        if (request.body().length > MAX_BYTES) {
            return Answer.text(413, "length limit exceeded");
        }
        Optional<String> text = PostedJson.text(request.body());
        if (text.isEmpty()) {
            return Answer.text(400, "Request body didn't contain valid UTF-8");
        }
        return denial(request).orElseGet(() -> PostedJson.parse(text.get())
                .map(content -> store(text.get(), content, spool))
                .orElseGet(() -> reply(400, "0", "error", "Invalid JSON")));
    }

    private Answer store(String text, JsonValue content, Spool spool) {
        String id = UUID.randomUUID().toString().replace("-", "");
        spool.keep(new StoredDocument(id, Instant.now(), content, check.apply(text), script.failsDocument()));
        script.afterStoring().run();
        return reply(200, id, "ok", "Submission received");
    }

    private Answer status(Request request, Spool spool) {
        Optional<String> id = request.parameter("id");
        if (id.isEmpty()) {
            return Answer.text(400, "Failed to deserialize query string: missing field `id`");
        }
        return denial(request).orElseGet(() -> status(id.get(), spool));
    }

    private Answer status(String id, Spool spool) {
        if (!id.matches("[A-Za-z0-9]+")) {
            return reply(400, "0", "error", "Invalid submission ID");
        }
        Optional<StoredDocument> document = spool.find(id);
        if (document.isEmpty()) {
            return reply(404, id, "notfound", "Submission not found");
        }
        if (Instant.now().isBefore(document.get().received().plus(script.ingestTime()))) {
            return reply(200, id, "ready", "File is waiting to be processed");
        }
        return document.get().good()
                ? reply(200, id, "processed", "File has been processed")
                : reply(200, id, "failed", "File failed to be processed");
    }

    /** Only the second word counts, whatever the first is. */
    private Optional<Answer> denial(Request request) {
        String[] words = request.header("authorization").orElse("").split(" ");
        boolean admitted =
                words.length > 1 && words[1].equals(token) && script.denial().isEmpty();
        return admitted
                ? Optional.empty()
                : Optional.of(reply(script.denial().orElse(401), "0", "error", "Invalid or missing token"));
    }

    private static Answer list(Spool spool) {
        var list = Json.createArrayBuilder();
        spool.documents()
                .forEach(document -> list.add(Json.createObjectBuilder()
                        .add("id", document.id())
                        .add("received", document.received().toString())
                        .add("good", document.good())
                        .add("document", document.content())));
        return Answer.json(200, list.build());
    }

    /** JSON that calls itself text, as the real one does. */
    static Answer reply(int httpStatus, String id, String status, String message) {
        return Answer.text(
                httpStatus,
                Json.createObjectBuilder()
                        .add("id", id)
                        .add("status", status)
                        .add("message", message)
                        .build()
                        .toString());
    }
}
