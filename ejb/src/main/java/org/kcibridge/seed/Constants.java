package org.kcibridge.seed;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kcibridge.report.CopyRows;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Status;

/**
 * What all objects have in common that are made of one fixture, worked out once: of a million tests only ids and times
 * differ from those of the next repetition.
 */
final class Constants {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String ID = "id";
    private static final String ORIGIN = "origin";
    private static final String STATUS = "status";
    private static final String PLATFORM = "platform";
    private static final String NO_STATUS = "none";
    /** What fixtures have for us: KCIDB knows nothing of it, or it is worked out. */
    private static final Set<String> OURS =
            Set.of(ID, "age", PLATFORM, "builds", "tests", STATUS, "checkout_id", "build_id", "git_commit_hash");

    private final Dataset dataset;
    private final Map<Kind, List<JsonObject>> objects = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String[]>> cells = new EnumMap<>(Kind.class);

    Constants(Dataset dataset, Layers layers) {
        this.dataset = dataset;
        keep(
                Kind.CHECKOUTS,
                dataset.all(Fixtures.CHECKOUTS).stream().map(this::checkout).toList());
        keep(Kind.BUILDS, dataset.all(Fixtures.BUILDS).stream().map(this::build).toList());
        keep(Kind.TESTS, dataset.all(Fixtures.TESTS).stream().map(this::test).toList());
        keep(Kind.ISSUES, dataset.all(Fixtures.ISSUES).stream().map(this::issue).toList());
        keep(
                Kind.INCIDENTS,
                layers.sightings().stream()
                        .map(sighting -> incident(layers.issues().fixture(sighting.issue())))
                        .toList());
    }

    private void keep(Kind kind, List<JsonObject> all) {
        objects.put(kind, all);
        cells.put(kind, all.stream().map(object -> CopyRows.cells(kind, object)).toList());
    }

    /** @param place of the fixture, or of the sighting */
    JsonObject object(Kind kind, int place) {
        return objects.get(kind).get(place);
    }

    /** The object as cells of a row. */
    String[] cells(Kind kind, int place) {
        return cells.get(kind).get(place);
    }

    private JsonObject checkout(JsonObject fixture) {
        return begin(fixture).build();
    }

    private JsonObject build(JsonObject fixture) {
        String platform = platformOfBuild(fixture);
        return begin(fixture)
                .put("config_name", fixture.getString("config_name", "defconfig"))
                .put(STATUS, status(fixture, dataset.rules().ofBuild(fixture.getString("checkout_id"))))
                .put("misc", misc(fixture, "lab", fixture.getString(ORIGIN), platform))
                .build();
    }

    private JsonObject test(JsonObject fixture) {
        JsonObject build = dataset.all(Fixtures.BUILDS).get(dataset.buildOf(fixture));
        String platform = fixture.getString(PLATFORM, platformOfBuild(build));
        String origin = fixture.getString(ORIGIN, build.getString(ORIGIN));
        return begin(fixture)
                .put(ORIGIN, origin)
                .put(
                        STATUS,
                        status(fixture, dataset.rules().ofTest(build.getString(ID), build.getString("checkout_id"))))
                .put("environment", environment(fixture, platform))
                .put("misc", misc(fixture, "runtime", origin, null))
                .build();
    }

    private JsonObject issue(JsonObject fixture) {
        return begin(fixture).build();
    }

    private JsonObject incident(JsonObject issue) {
        return new KcidbObject()
                .put(ORIGIN, issue.getString(ORIGIN))
                .put("issue_version", issue.getJsonNumber("version").bigDecimalValue())
                .put("present", true)
                .build();
    }

    private static KcidbObject begin(JsonObject fixture) {
        KcidbObject object = new KcidbObject();
        fixture.forEach((name, value) -> {
            if (!OURS.contains(name)) {
                object.put(name, value);
            }
        });
        return object;
    }

    /** What the fixture says, and else what the rules say. */
    private static Status status(JsonObject fixture, Status ruled) {
        String own = fixture.getString(STATUS, ruled.name());
        return own.equals(NO_STATUS) ? null : Status.valueOf(own);
    }

    private String platformOfBuild(JsonObject build) {
        JsonObject checkout = dataset.all(Fixtures.CHECKOUTS).get(dataset.checkoutOf(build));
        return build.getString(PLATFORM, checkout.getString(PLATFORM, null));
    }

    private JsonValue environment(JsonObject fixture, String platform) {
        if (platform == null) {
            return fixture.get("environment");
        }
        JsonObjectBuilder environment = JSON.createObjectBuilder();
        List<String> compatible = dataset.compatible(platform);
        if (!compatible.isEmpty()) {
            JsonArrayBuilder names = JSON.createArrayBuilder();
            compatible.forEach(names::add);
            environment.add("compatible", names);
        }
        return environment
                .add("misc", JSON.createObjectBuilder().add(PLATFORM, platform))
                .build();
    }

    /** KCIDB's ingester notes who did it, where nobody has said so, in the same place. */
    private static JsonObject misc(JsonObject fixture, String who, String origin, String platform) {
        JsonObjectBuilder misc = JSON.createObjectBuilder().add(who, origin);
        if (platform != null) {
            misc.add(PLATFORM, platform);
        }
        if (fixture.containsKey("misc")) {
            misc.addAll(JSON.createObjectBuilder(fixture.getJsonObject("misc")));
        }
        return misc.build();
    }
}
