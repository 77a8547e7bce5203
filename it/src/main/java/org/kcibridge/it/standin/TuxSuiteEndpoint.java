package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TuxSuite's REST interface and its store of files: what they answer, and in which words they refuse. */
final class TuxSuiteEndpoint {

    private static final Pattern DOWNLOAD = Pattern.compile("/public/[^/]+/[^/]+/(?:builds|tests)/([^/]+)/([^/]+)");
    private static final int MOST_TESTS = 500;

    private static final Map<String, String> LOGS = Map.of("txt", "logs.txt", "yaml", "lava-logs.yaml");

    private final String token;
    private final Pattern api;
    private final String publicKey;
    private final TuxSuiteScript script;

    /** @param project group and project, with a slash between */
    TuxSuiteEndpoint(String token, String project, String publicKey, TuxSuiteScript script) {
        this.token = token;
        this.api = Pattern.compile("/v1/groups/" + project.replace("/", "/projects/")
                + "/(builds|tests|keys)(?:/([^/]+)(/cancel|/results|/logs)?)?");
        this.publicKey = publicKey;
        this.script = script;
    }

    Answer answer(Request request, Workshop workshop) {
        Matcher download = DOWNLOAD.matcher(request.path());
        if (download.matches()) {
            return file(workshop.find(download.group(1)), download.group(2)).orElse(Answer.empty(404));
        }
        if (script.denial().isPresent() || !knows(request)) {
            return error(script.denial().orElse(403), "Invalid token");
        }
        Matcher resource = api.matcher(request.path());
        if (!resource.matches()) {
            return error(404, "Not found");
        }
        String what = request.method() + " " + resource.group(1) + (resource.group(2) == null ? "" : "/uid")
                + (resource.group(3) == null ? "" : resource.group(3));
        Optional<Work> work = Optional.ofNullable(resource.group(2))
                .flatMap(workshop::find)
                .filter(known -> resource.group(1).startsWith(known.kind()));
        return switch (what) {
            case "POST builds" -> ordered(request, body -> builds(body, workshop));
            case "POST tests" -> ordered(request, body -> tests(body, workshop));
            case "GET builds/uid", "GET tests/uid" -> status(work);
            case "POST builds/uid/cancel", "POST tests/uid/cancel" -> cancel(work, workshop);
            case "GET tests/uid/results" -> file(work, "results.json").orElse(noFile());
            case "GET tests/uid/logs" -> logs(work, request);
            case "GET keys" -> keys();
            default -> error(405, "Method not allowed");
        };
    }

    /** Whether the request brings the token, bare. */
    boolean knows(Request request) {
        return request.header("authorization").map(token::equals).orElse(false);
    }

    private Answer ordered(Request request, Function<JsonStructure, Answer> taking) {
        Answer answer;
        try {
            answer = taking.apply(request.json());
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            return error(400, "the body is no order");
        }
        if (answer.status() != 200) {
            return answer;
        }
        script.beforeAnswering().run();
        return answer.after(script.answerDelay());
    }

    private Answer builds(JsonStructure body, Workshop workshop) {
        JsonArray entries = body.asJsonObject().getJsonArray("builds");
        if (entries == null || entries.isEmpty()) {
            return statusMessage("builds is required");
        }
        List<JsonObject> orders = entries.getValuesAs(JsonValue::asJsonObject);
        return violation(orders, BuildOrderRules::violation)
                .orElseGet(() -> Answer.json(200, taken(orders, workshop::build)));
    }

    /** One test, or a list of them; the answer has the same shape. */
    private Answer tests(JsonStructure body, Workshop workshop) {
        if (body instanceof JsonObject order) {
            return violation(List.of(order), TestOrderRules::violation)
                    .orElseGet(() -> Answer.json(200, workshop.test(order).status()));
        }
        List<JsonObject> orders = body.asJsonArray().getValuesAs(JsonValue::asJsonObject);
        if (orders.isEmpty() || orders.size() > MOST_TESTS) {
            return statusMessage("1 to %d tests can be ordered at once".formatted(MOST_TESTS));
        }
        return violation(orders, TestOrderRules::violation)
                .orElseGet(() -> Answer.json(200, taken(orders, workshop::test)));
    }

    /** All orders are looked at before any is taken on. */
    private static Optional<Answer> violation(List<JsonObject> orders, Function<JsonObject, Optional<String>> rules) {
        return orders.stream()
                .flatMap(order -> rules.apply(order).stream())
                .findFirst()
                .map(TuxSuiteEndpoint::statusMessage);
    }

    private static JsonArray taken(List<JsonObject> orders, Function<JsonObject, Work> taking) {
        var taken = Json.createArrayBuilder();
        orders.forEach(order -> taken.add(taking.apply(order).status()));
        return taken.build();
    }

    private static Answer status(Optional<Work> work) {
        return work.map(known -> Answer.json(200, known.status())).orElse(error(404, "Not found"));
    }

    private static Answer cancel(Optional<Work> work, Workshop workshop) {
        work.ifPresent(workshop::cancel);
        return status(work);
    }

    private static Answer logs(Optional<Work> work, Request request) {
        return request.parameter("format")
                .map(LOGS::get)
                .flatMap(name -> file(work, name))
                .orElse(noFile());
    }

    private static Optional<Answer> file(Optional<Work> work, String name) {
        String type = name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8";
        return work.flatMap(known -> known.file(name)).map(body -> Answer.file(type, body));
    }

    private static Answer noFile() {
        return error(404, "File not found");
    }

    /** Among other secrets of a project, whose values are not shown, its public key. */
    private Answer keys() {
        return Answer.json(
                200,
                Json.createObjectBuilder()
                        .add("ssh", Json.createObjectBuilder().add("pub", publicKey))
                        .add("pat", JsonValue.EMPTY_JSON_ARRAY)
                        .add("variables", JsonValue.EMPTY_JSON_ARRAY)
                        .build());
    }

    private static Answer statusMessage(String message) {
        return Answer.json(
                400, Json.createObjectBuilder().add("status_message", message).build());
    }

    static Answer error(int status, String message) {
        return Answer.json(
                status, Json.createObjectBuilder().add("error", message).build());
    }
}
