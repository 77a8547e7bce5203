package org.kcibridge.seed;

import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Fixtures that belong together. They bear KCIDB's names for what KCIDB knows, and a few of their own for what is derived:
 * how long ago it was, on which platform.
 *
 * <p>Builds stand in the order of their checkouts and tests in that of their builds, whatever their order in the files, so
 * that the first few checkouts with all that belongs to them are the first few of everything.
 */
final class Dataset {

    private final String name;
    private final Map<Fixtures, List<JsonObject>> fixtures = new EnumMap<>(Fixtures.class);
    private final Map<Fixtures, Map<String, Integer>> places = new EnumMap<>(Fixtures.class);
    private final Map<String, List<String>> platforms;
    private final StatusRules rules;

    /** @param fixtures of each file with objects, checked: what they refer to is there */
    Dataset(
            String name,
            Map<Fixtures, List<JsonObject>> fixtures,
            Map<String, List<String>> platforms,
            StatusRules rules) {
        this.name = name;
        this.platforms = Map.copyOf(platforms);
        this.rules = rules;
        keep(Fixtures.CHECKOUTS, fixtures, fixture -> 0);
        keep(Fixtures.BUILDS, fixtures, this::checkoutOf);
        keep(Fixtures.TESTS, fixtures, this::buildOf);
        keep(Fixtures.ISSUES, fixtures, fixture -> 0);
    }

    private void keep(Fixtures which, Map<Fixtures, List<JsonObject>> all, ToIntFunction<JsonObject> order) {
        List<JsonObject> sorted =
                all.get(which).stream().sorted(Comparator.comparingInt(order)).toList();
        Map<String, Integer> byId = new HashMap<>();
        for (int place = 0; place < sorted.size(); place++) {
            byId.put(sorted.get(place).getString("id"), place);
        }
        fixtures.put(which, sorted);
        places.put(which, byId);
    }

    String name() {
        return name;
    }

    List<JsonObject> all(Fixtures which) {
        return fixtures.get(which);
    }

    /** Where the fixture with this id stands among those of its kind. */
    int place(Fixtures which, String id) {
        return places.get(which).get(id);
    }

    /** Where the checkout of a build stands. */
    int checkoutOf(JsonObject build) {
        return place(Fixtures.CHECKOUTS, build.getString("checkout_id"));
    }

    /** Where the build of a test stands. */
    int buildOf(JsonObject test) {
        return place(Fixtures.BUILDS, test.getString("build_id"));
    }

    /** What is compatible with a platform, the most specific first. */
    List<String> compatible(String platform) {
        return platforms.getOrDefault(platform, List.of());
    }

    StatusRules rules() {
        return rules;
    }
}
