package org.kcibridge.it.standin.tuxrun;

import static org.kcibridge.it.standin.tuxrun.LavaLine.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes results.json of LAVA's log by the rules of tuxrun, which knows of a run no more than its log tells. The excerpt of
 * a case holds what the device printed between the case's own signals; where it has none, the one signal that tells its
 * result, or nothing when that was logged too late.
 */
final class ResultsJson implements Consumer<LavaLine> {

    private static final String INDEX = "^\\d+_";

    private final boolean older;
    private final Map<String, Object> results = new LinkedHashMap<>();
    private final List<String> excerpt = new ArrayList<>();
    private boolean between;

    /** @param older whether names keep their index, downloads lie on one level, and there are no excerpts */
    ResultsJson(boolean older) {
        this.older = older;
    }

    @Override
    public void accept(LavaLine line) {
        if (line.results() != null) {
            add(line.results());
        } else {
            remember(line);
        }
    }

    JsonObject toJson() {
        return object(results);
    }

    private void remember(LavaLine line) {
        boolean start = line.isTarget() && line.text().startsWith("<LAVA_SIGNAL_STARTTC ");
        if (start) {
            excerpt.clear();
            between = true;
        }
        if (between || line.isTarget() && line.text().startsWith("<LAVA_SIGNAL_TESTCASE ")) {
            excerpt.add("[" + line.stamp() + "] " + line.text());
        }
    }

    private void add(JsonObject line) {
        String definition = name(line.getString("definition"));
        String name = name(line.getString("case"));
        JsonObjectBuilder result = JSON.createObjectBuilder(line).remove("case").remove("definition");
        List<String> path = new ArrayList<>(List.of(definition));
        if (line.containsKey("set")) {
            path.add(line.getString("set"));
        }
        path.add(name);
        if (!older && name.endsWith("-download")) {
            path.add(line.getJsonObject("extra").getString("label"));
        }
        if (line.containsKey("starttc")) {
            if (!older) {
                result.add("log_excerpt", excerptOf(name));
            }
            excerpt.clear();
            between = false;
        }
        put(path, result.build());
    }

    private JsonArrayBuilder excerptOf(String name) {
        JsonArrayBuilder lines = JSON.createArrayBuilder();
        excerpt.stream()
                .filter(line -> between || line.contains("TEST_CASE_ID=" + name + " "))
                .forEach(lines::add);
        return lines;
    }

    private String name(String indexed) {
        return older ? indexed : indexed.replaceFirst(INDEX, "");
    }

    @SuppressWarnings("unchecked")
    private void put(List<String> path, JsonObject value) {
        Map<String, Object> parent = results;
        for (String level : path.subList(0, path.size() - 1)) {
            parent = (Map<String, Object>) parent.computeIfAbsent(level, missing -> new LinkedHashMap<>());
        }
        parent.put(path.get(path.size() - 1), value);
    }

    @SuppressWarnings("unchecked")
    private static JsonObject object(Map<String, Object> level) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        level.forEach((name, value) ->
                object.add(name, value instanceof JsonValue json ? json : object((Map<String, Object>) value)));
        return object.build();
    }
}
