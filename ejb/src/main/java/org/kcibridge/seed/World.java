package org.kcibridge.seed;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Status;

/**
 * All that a plan makes of a dataset, an object at a time, in whatever order one asks. Nothing is kept, so a world of a
 * million tests takes no more memory than one of ten.
 */
public final class World {

    private static final String ID = "id";
    private static final String STATUS = "status";
    private static final String PLATFORM = "platform";
    private static final String NO_STATUS = "none";
    private static final int HASH_LENGTH = 40;
    private static final String HASH = "[0-9a-f]{40}";
    /** What fixtures have for us: KCIDB knows nothing of it, or it is worked out. */
    private static final Set<String> OURS = Set.of("age", PLATFORM, "builds", "tests", STATUS);

    private final Dataset dataset;
    private final Plan plan;
    private final Layers layers;
    private final Timeline timeline;

    World(Dataset dataset, Plan plan) {
        this.dataset = dataset;
        this.plan = plan;
        this.layers = new Layers(dataset, plan);
        this.timeline = new Timeline(layers, plan);
    }

    public long count(Kind kind) {
        return layers.count(kind);
    }

    /** How many of the dataset's own objects of this kind are left out. */
    long skipped(Kind kind) {
        return layers.skipped(kind);
    }

    /** An object as KCIDB has it. */
    JsonObject object(Kind kind, long index) {
        return switch (kind) {
            case CHECKOUTS -> checkout(index);
            case BUILDS -> build(index);
            case TESTS -> test(index);
            case ISSUES -> issue(index);
            case INCIDENTS -> incident(index);
        };
    }

    /** When the object came to us. */
    Instant arrived(Kind kind, long index) {
        return switch (kind) {
            case CHECKOUTS -> timeline.checkout(index);
            case BUILDS -> timeline.build(index).plus(timeline.buildTook(index));
            case TESTS -> timeline.test(index).plus(timeline.testTook(index));
            case ISSUES -> plan.now();
            case INCIDENTS -> arrivalOfWhereItIsIn(index);
        };
    }

    private JsonObject checkout(long index) {
        JsonObject fixture = layers.checkouts().fixture(index);
        String id = layers.checkouts().id(index);
        return begin(fixture, id)
                .put("git_commit_hash", hash(fixture, id, layers.checkouts().round(index)))
                .put("start_time", timeline.checkout(index).atOffset(ZoneOffset.UTC))
                .build();
    }

    /** The fixture's own the first time; later it is another commit. */
    private static String hash(JsonObject fixture, String id, long round) {
        String own = fixture.getString("git_commit_hash", id.substring(id.indexOf(':') + 1));
        return round == 0 && own.matches(HASH) ? own : Sha256.hex(id).substring(0, HASH_LENGTH);
    }

    private JsonObject build(long index) {
        JsonObject fixture = layers.builds().fixture(index);
        String platform = platformOfBuild(fixture);
        return begin(fixture, layers.builds().id(index))
                .put("checkout_id", layers.checkouts().id(layers.checkoutOfBuild(index)))
                .put("config_name", fixture.getString("config_name", "defconfig"))
                .put("start_time", timeline.build(index).atOffset(ZoneOffset.UTC))
                .put("duration", seconds(timeline.buildTook(index)))
                .put(STATUS, status(fixture, dataset.rules().ofBuild(fixture.getString("checkout_id"))))
                .put("misc", misc(fixture, "lab", fixture.getString("origin"), platform))
                .build();
    }

    private JsonObject test(long index) {
        JsonObject fixture = layers.tests().fixture(index);
        JsonObject build = layers.builds().fixture(layers.buildOfTest(index));
        String platform = fixture.getString(PLATFORM, platformOfBuild(build));
        String origin = fixture.getString("origin", build.getString("origin"));
        return begin(fixture, layers.tests().id(index))
                .put("build_id", layers.builds().id(layers.buildOfTest(index)))
                .put("origin", origin)
                .put("start_time", timeline.test(index).atOffset(ZoneOffset.UTC))
                .put("duration", seconds(timeline.testTook(index)))
                .put(
                        STATUS,
                        status(fixture, dataset.rules().ofTest(build.getString(ID), build.getString("checkout_id"))))
                .put("environment", environment(fixture, platform))
                .put("misc", misc(fixture, "runtime", origin, null))
                .build();
    }

    private JsonObject issue(long index) {
        return begin(layers.issues().fixture(index), layers.issues().id(index)).build();
    }

    private JsonObject incident(long index) {
        Layers.Sighting sighting = layers.sighting(index);
        JsonObject issue = issue(sighting.issue());
        String seenIn = layerOf(sighting).id(seenIn(index));
        return new KcidbObject()
                .put(ID, issue.getString("origin") + ":" + Sha256.hex(List.of(issue.getString(ID), seenIn)))
                .put("origin", issue.getString("origin"))
                .put("issue_id", issue.getString(ID))
                .put("issue_version", issue.getJsonNumber("version").bigDecimalValue())
                .put(sighting.where() == Fixtures.BUILDS ? "build_id" : "test_id", seenIn)
                .put("present", true)
                .build();
    }

    private Instant arrivalOfWhereItIsIn(long incident) {
        Kind kind = layers.sighting(incident).where() == Fixtures.BUILDS ? Kind.BUILDS : Kind.TESTS;
        return arrived(kind, seenIn(incident));
    }

    private Layer layerOf(Layers.Sighting sighting) {
        return sighting.where() == Fixtures.BUILDS ? layers.builds() : layers.tests();
    }

    /** The build or test that an incident is about. */
    private long seenIn(long incident) {
        Layers.Sighting sighting = layers.sighting(incident);
        return layerOf(sighting).index(layers.round(incident), sighting.place());
    }

    /** What the fixture says, and else what the rules say. */
    private static Status status(JsonObject fixture, Status ruled) {
        String own = fixture.getString(STATUS, ruled.name());
        return own.equals(NO_STATUS) ? null : Status.valueOf(own);
    }

    private static KcidbObject begin(JsonObject fixture, String id) {
        KcidbObject object = new KcidbObject();
        fixture.forEach((name, value) -> {
            if (!OURS.contains(name)) {
                object.put(name, value);
            }
        });
        return object.put(ID, id);
    }

    private String platformOfBuild(JsonObject build) {
        JsonObject checkout = dataset.all(Fixtures.CHECKOUTS).get(dataset.checkoutOf(build));
        return build.getString(PLATFORM, checkout.getString(PLATFORM, null));
    }

    private JsonValue environment(JsonObject fixture, String platform) {
        if (platform == null) {
            return fixture.get("environment");
        }
        JsonArrayBuilder compatible = Json.createArrayBuilder(dataset.compatible(platform));
        JsonObjectBuilder environment = Json.createObjectBuilder();
        if (!dataset.compatible(platform).isEmpty()) {
            environment.add("compatible", compatible);
        }
        environment.add("misc", Json.createObjectBuilder().add(PLATFORM, platform));
        return environment.build();
    }

    /** KCIDB's ingester notes who did it, where nobody has said so, in the same place. */
    private static JsonObject misc(JsonObject fixture, String who, String origin, String platform) {
        JsonObjectBuilder misc = Json.createObjectBuilder().add(who, origin);
        if (platform != null) {
            misc.add(PLATFORM, platform);
        }
        if (fixture.containsKey("misc")) {
            misc.addAll(Json.createObjectBuilder(fixture.getJsonObject("misc")));
        }
        return misc.build();
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds());
    }
}
