package org.kcibridge.it.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.Exchange;
import org.kcibridge.it.live.LiveServer;

/** What the bridge says of itself: its OpenAPI document. All servers of a run are the same, so it is fetched once. */
public final class Contract {

    /** A path has other members, too. */
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static Contract served;

    private final JsonObject document;
    private final List<Operation> operations;
    private final AnswerSchemas schemas;

    Contract(JsonObject document) {
        this.document = document;
        this.operations = document.getJsonObject("paths").entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .filter(METHODS::contains)
                        .map(method -> new Operation(method, path.getKey(), document)))
                .toList();
        this.schemas = new AnswerSchemas(document);
    }

    /** Of the server under test. */
    public static Contract get() {
        return of(LiveServer.url().orElseGet(() -> Bench.get().api().server()));
    }

    /** Of any server of this run. */
    public static synchronized Contract of(URI server) {
        if (served == null) {
            served = new Contract(fetch(server.resolve("/openapi")));
        }
        return served;
    }

    /** Whatever a client can ask for. */
    public List<Operation> operations() {
        return operations;
    }

    /** A schema by its name. */
    JsonObject schema(String name) {
        return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    /** Fails the calling test if the answer is none of those described. */
    public void check(HttpRequest request, HttpResponse<String> answer) {
        List<String> faults = Answer.of(request, answer).faults(this);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s was answered %d, and not as /openapi describes it:%n%s%n%s"
                    .formatted(
                            request.method(),
                            request.uri(),
                            answer.statusCode(),
                            String.join(System.lineSeparator(), faults),
                            answer.body()));
        }
    }

    /** Where several paths match, the one with the longest fixed text is meant, as in Jakarta REST. */
    Optional<Operation> operation(String method, String path) {
        Optional<String> meant = operations.stream()
                .filter(operation -> operation.matches(path))
                .max(Comparator.comparing(Operation::fixedText))
                .map(Operation::path);
        return operations.stream()
                .filter(operation -> operation.path().equals(meant.orElse(null)))
                .filter(operation -> operation.method().equals(method))
                .findFirst();
    }

    AnswerSchemas schemas() {
        return schemas;
    }

    private static JsonObject fetch(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> answer = Exchange.of(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
