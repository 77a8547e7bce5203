package org.kcibridge.it.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing a client can ask for.
 *
 * @param method in capitals
 * @param path with parameters in braces, beginning with {@code /api/v1}
 * @param document the whole contract, to look up what is referred to
 */
public record Operation(String method, String path, JsonObject document) {

    private static final String BASE = "/api/v1";
    private static final String JSON = "application/json";

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    /** Only artefacts are open to strangers, and callbacks of runners, who have to prove themselves in another way. */
    public boolean isPublic() {
        return definition().getJsonArray("security") == null;
    }

    /** The lowest role that may ask for it. */
    public String role() {
        return definition()
                .getJsonArray("security")
                .getJsonObject(0)
                .getJsonArray("bearer")
                .getString(0);
    }

    public boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && path.equals(otherPath);
    }

    public boolean isList() {
        return parameters().stream().anyMatch(parameter -> parameter.name().equals("pageSize"));
    }

    public List<Parameter> parameters() {
        return array(definition(), "parameters")
                .map(parameter -> Parameter.of(parameter.asJsonObject(), document))
                .toList();
    }

    /** The id of the one thing it is about, if it is about one. */
    public Optional<Parameter> id() {
        return parameters().stream()
                .filter(parameter ->
                        parameter.in().equals("path") && parameter.name().equals("id"))
                .findFirst();
    }

    public boolean takesJson() {
        JsonObject body = definition().getJsonObject("requestBody");
        return body != null && body.getJsonObject("content").containsKey(JSON);
    }

    /** What a body must be like, where it takes one. */
    public JsonObject bodySchema() {
        JsonObject content = definition().getJsonObject("requestBody").getJsonObject("content");
        return resolved(content.getJsonObject(JSON).getJsonObject("schema"), document);
    }

    public Set<String> statuses() {
        return definition().getJsonObject("responses").keySet();
    }

    /** Whether a client may want the answer in another form, and cannot have it. */
    public boolean answersJson() {
        return statuses().contains("406");
    }

    /** The path with its parameters filled in, relative to {@code /api/v1}. */
    public String pathWith(String parameter) {
        return PARAMETER.matcher(path).replaceAll(parameter).substring(BASE.length());
    }

    /** A path that asks for it, with an id that nothing has. */
    public String somePath() {
        return parameters().stream()
                .filter(parameter -> parameter.in().equals("path"))
                .findFirst()
                .map(parameter -> pathWith(parameter.unknownValue()))
                .orElseGet(() -> pathWith(""));
    }

    boolean matches(String requested) {
        String template =
                Stream.of(PARAMETER.split(path, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return requested.matches(template);
    }

    int fixedText() {
        return PARAMETER.matcher(path).replaceAll("").length();
    }

    Optional<Described> described(int status) {
        String pointer = pointer() + "/responses/" + status;
        JsonObject response = definition().getJsonObject("responses").getJsonObject(Integer.toString(status));
        if (response == null) {
            return Optional.empty();
        }
        String reference = response.getString("$ref", "#" + pointer).substring(1);
        return Optional.of(new Described(
                reference, Json.createPointer(reference).getValue(document).asJsonObject()));
    }

    JsonObject definition() {
        return Json.createPointer(pointer()).getValue(document).asJsonObject();
    }

    private String pointer() {
        return "/paths/" + Json.encodePointer(path) + "/" + method.toLowerCase(Locale.ROOT);
    }

    /** What a reference refers to, or the thing itself. */
    static JsonObject resolved(JsonObject definition, JsonObject document) {
        return definition.containsKey("$ref")
                ? Json.createPointer(definition.getString("$ref").substring(1))
                        .getValue(document)
                        .asJsonObject()
                : definition;
    }

    private static Stream<JsonValue> array(JsonObject object, String name) {
        JsonArray array = object.getJsonArray(name);
        return array == null ? Stream.empty() : array.stream();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
