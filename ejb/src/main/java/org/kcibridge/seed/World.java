package org.kcibridge.seed;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.CopyRows;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.Kind;

/**
 * All that a plan makes of a dataset, an object at a time, in whatever order one asks. No object is kept, so a world of a
 * million tests takes no more memory than one of ten.
 */
public final class World {

    private static final String ID = "id";
    private static final int HASH_LENGTH = 40;
    private static final String HASH = "[0-9a-f]{40}";

    private final Plan plan;
    private final Layers layers;
    private final Timeline timeline;
    private final Constants constants;

    World(Dataset dataset, Plan plan) {
        this.plan = plan;
        this.layers = new Layers(dataset, plan);
        this.timeline = new Timeline(layers, plan);
        this.constants = new Constants(dataset, layers);
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
        return new KcidbObject()
                .putAll(constants.object(kind, layers.place(kind, index)))
                .putAll(own(kind, index))
                .build();
    }

    /** Adds an object to rows of its kind. */
    void addTo(CopyRows rows, Kind kind, long index) {
        rows.add(constants.cells(kind, layers.place(kind, index)), own(kind, index), arrived(kind, index));
    }

    /** When the object came to us. */
    Instant arrived(Kind kind, long index) {
        return switch (kind) {
            case CHECKOUTS -> timeline.checkout(index);
            case BUILDS -> timeline.build(index).plus(timeline.buildTook(index));
            case TESTS -> timeline.test(index).plus(timeline.testTook(index));
            case ISSUES -> plan.now();
            case INCIDENTS -> arrived(isInBuild(index) ? Kind.BUILDS : Kind.TESTS, layers.target(index));
        };
    }

    /** What an object does not share with others of its fixture. */
    private JsonObject own(Kind kind, long index) {
        return switch (kind) {
            case CHECKOUTS -> checkout(index);
            case BUILDS ->
                new KcidbObject()
                        .put(ID, layers.builds().id(index))
                        .put("checkout_id", layers.checkouts().id(layers.checkoutOfBuild(index)))
                        .put("start_time", timeline.build(index).atOffset(ZoneOffset.UTC))
                        .put("duration", seconds(timeline.buildTook(index)))
                        .build();
            case TESTS ->
                new KcidbObject()
                        .put(ID, layers.tests().id(index))
                        .put("build_id", layers.builds().id(layers.buildOfTest(index)))
                        .put("start_time", timeline.test(index).atOffset(ZoneOffset.UTC))
                        .put("duration", seconds(timeline.testTook(index)))
                        .build();
            case ISSUES -> new KcidbObject().put(ID, layers.issues().id(index)).build();
            case INCIDENTS -> incident(index);
        };
    }

    private JsonObject checkout(long index) {
        String id = layers.checkouts().id(index);
        return new KcidbObject()
                .put(ID, id)
                .put("git_commit_hash", hash(index, id))
                .put("start_time", timeline.checkout(index).atOffset(ZoneOffset.UTC))
                .build();
    }

    /** The fixture's own the first time; later it is another commit. */
    private String hash(long index, String id) {
        String own = layers.checkouts().fixture(index).getString("git_commit_hash", id.substring(id.indexOf(':') + 1));
        return layers.checkouts().round(index) == 0 && own.matches(HASH)
                ? own
                : Sha256.hex(id).substring(0, HASH_LENGTH);
    }

    private JsonObject incident(long index) {
        Layers.Sighting sighting = layers.sighting(index);
        String origin = layers.issues().fixture(sighting.issue()).getString("origin");
        String issue = layers.issues().id(sighting.issue());
        String target = (isInBuild(index) ? layers.builds() : layers.tests()).id(layers.target(index));
        return new KcidbObject()
                .put(ID, origin + ":" + Sha256.hex(List.of(issue, target)))
                .put("issue_id", issue)
                .put(isInBuild(index) ? "build_id" : "test_id", target)
                .build();
    }

    /** Whether an incident is about a build. */
    private boolean isInBuild(long incident) {
        return layers.sighting(incident).where() == Fixtures.BUILDS;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds());
    }
}
