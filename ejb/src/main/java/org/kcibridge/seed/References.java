package org.kcibridge.seed;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether everything in a dataset is there once, and what it refers to is there at all. */
final class References {

    private final DatasetContent content;
    private final Map<Fixtures, Set<String>> ids = new EnumMap<>(Fixtures.class);
    private final List<String> faults = new ArrayList<>();

    References(DatasetContent content) {
        this.content = content;
    }

    /** A line for each mistake: file, id, field, and what is wrong. */
    List<String> faults() {
        Fixtures.OBJECTS.forEach(this::collect);
        content.objects(Fixtures.CHECKOUTS).forEach(checkout -> knownPlatform(Fixtures.CHECKOUTS, checkout));
        for (JsonObject build : content.objects(Fixtures.BUILDS)) {
            known(
                    Fixtures.BUILDS,
                    build.getString("id"),
                    "checkout_id",
                    Fixtures.CHECKOUTS,
                    build.getString("checkout_id"));
            knownPlatform(Fixtures.BUILDS, build);
        }
        for (JsonObject test : content.objects(Fixtures.TESTS)) {
            known(Fixtures.TESTS, test.getString("id"), "build_id", Fixtures.BUILDS, test.getString("build_id"));
            knownPlatform(Fixtures.TESTS, test);
        }
        for (JsonObject issue : content.objects(Fixtures.ISSUES)) {
            for (Fixtures where : List.of(Fixtures.BUILDS, Fixtures.TESTS)) {
                for (JsonString id : Layers.strings(issue, where.key())) {
                    known(Fixtures.ISSUES, issue.getString("id"), where.key(), where, id.getString());
                }
            }
        }
        rules("builds_by_checkout", Fixtures.CHECKOUTS);
        rules("tests_by_build", Fixtures.BUILDS);
        rules("tests_by_checkout", Fixtures.CHECKOUTS);
        return faults;
    }

    private void collect(Fixtures which) {
        Set<String> seen = new HashSet<>();
        for (JsonObject fixture : content.objects(which)) {
            if (!seen.add(fixture.getString("id"))) {
                add(which, fixture.getString("id"), "id", "is there twice");
            }
        }
        ids.put(which, seen);
    }

    private void rules(String table, Fixtures which) {
        content.rules(table).keySet().stream().sorted().forEach(id -> known(Fixtures.RULES, id, table, which, id));
    }

    private void known(Fixtures file, String id, String field, Fixtures which, String referred) {
        if (!ids.get(which).contains(referred)) {
            add(file, id, field, "%s is not in %s".formatted(referred, which.file()));
        }
    }

    private void knownPlatform(Fixtures file, JsonObject fixture) {
        String platform = fixture.getString("platform", null);
        if (platform != null && !content.platforms().containsKey(platform)) {
            add(
                    file,
                    fixture.getString("id"),
                    "platform",
                    "%s is not in %s".formatted(platform, Fixtures.PLATFORMS.file()));
        }
    }

    private void add(Fixtures file, String id, String field, String what) {
        faults.add("%s: %s: %s: %s".formatted(file.file(), id, field, what));
    }
}
