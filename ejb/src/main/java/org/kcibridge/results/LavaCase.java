package org.kcibridge.results;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kcibridge.report.Status;

/**
 * Where a case stands in LAVA's results, and what becomes of it there.
 *
 * @param suite without its index
 * @param name level by level
 */
record LavaCase(String suite, List<String> name) {

    private static final JsonProvider JSON = JsonProvider.provider();
    /** What a result has a place of its own for. */
    private static final Set<String> MAPPED =
            Set.of("result", "log_excerpt", "duration", "measurement", "units", "set");

    LavaCase(String suite, String name) {
        this(suite, List.of(name));
    }

    LavaCase below(String level) {
        return new LavaCase(
                suite, Stream.concat(name.stream(), Stream.of(level)).toList());
    }

    boolean isDeep() {
        return name.size() >= CaseLimit.DEEPEST;
    }

    CaseResult result(LavaAction told) {
        Optional<Measurement> measured =
                told.number("measurement").map(value -> new Measurement(value, told.text("units")));
        Status status = status(told, measured.isPresent());
        List<String> lines = lines(told.json().get("log_excerpt"));
        LavaTimes times = LavaTimes.of(lines);
        return new CaseResult(
                suite,
                inSet(told.text("set")),
                status,
                times.start(),
                told.duration().or(times::duration),
                Optional.empty(),
                String.join("\n", lines),
                measured,
                details(told, status));
    }

    /** A case that was only measured has no verdict by intention. */
    private static Status status(LavaAction told, boolean measured) {
        String word = told.word().orElse("unknown");
        return measured && word.equalsIgnoreCase("unknown") ? Status.DONE : ResultWord.status(word);
    }

    /** LAVA names the set of a case beside it, though it is a level above. */
    private List<String> inSet(Optional<String> set) {
        int last = name.size() - 1;
        return Stream.of(name.subList(0, last).stream(), set.stream(), Stream.of(name.get(last)))
                .flatMap(levels -> levels)
                .toList();
    }

    private static List<String> lines(JsonValue excerpt) {
        if (excerpt instanceof JsonArray list) {
            return list.stream()
                    .filter(JsonString.class::isInstance)
                    .map(line -> ((JsonString) line).getString())
                    .toList();
        }
        return excerpt instanceof JsonString text ? text.getString().lines().toList() : List.of();
    }

    private static JsonObject details(LavaAction told, Status status) {
        JsonObjectBuilder rest = JSON.createObjectBuilder();
        told.json().forEach((member, value) -> {
            if (!MAPPED.contains(member)) {
                rest.add(member, value);
            }
        });
        // Words that KCIDB has none for are lost in the status.
        told.word()
                .filter(word -> status == Status.ERROR || status == Status.DONE)
                .ifPresent(word -> rest.add("result", word));
        JsonObject lava = rest.build();
        return lava.isEmpty()
                ? lava
                : JSON.createObjectBuilder().add(LavaReader.JOB, lava).build();
    }
}
