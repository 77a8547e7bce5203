package org.kcibridge.seed;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kcibridge.report.Kind;

/** When what is made up began, and how long it took. Repetitions go back in time, a year at most. */
final class Timeline {

    /** When a fixture does not say: long enough ago to be history, and not so long that nobody looks there. */
    private static final Duration AGE = Duration.ofDays(30);

    private static final Duration YEAR = Duration.ofDays(365);

    private final Layers layers;
    private final Plan plan;
    private final List<Duration> ages;
    private final Duration step;

    Timeline(Layers layers, Plan plan) {
        this.layers = layers;
        this.plan = plan;
        this.ages = layers.checkouts().fixtures().stream().map(Timeline::age).toList();
        this.step = step();
    }

    /** From one repetition to the next: as long as one is, or as little as it takes to fit all of them into a year. */
    private Duration step() {
        Duration span = ages.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        long rounds = Math.max(1, layers.checkouts().count() / Math.max(1, ages.size()));
        Duration fair = YEAR.dividedBy(rounds);
        return span.compareTo(fair) < 0 ? span : fair;
    }

    private static Duration age(JsonObject checkout) {
        return checkout.containsKey("age") ? Duration.parse(checkout.getString("age")) : AGE;
    }

    Instant checkout(long index) {
        return plan.now()
                .minus(ages.get(layers.place(Kind.CHECKOUTS, index)))
                .minus(step.multipliedBy(layers.checkouts().round(index)))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    Instant build(long index) {
        return checkout(layers.checkoutOfBuild(index)).plus(Dice.BUILD_WAITED.roll(plan.seed(), index));
    }

    Duration buildTook(long index) {
        return Dice.BUILD_TOOK.roll(plan.seed(), index);
    }

    Instant test(long index) {
        long build = layers.buildOfTest(index);
        return build(build).plus(buildTook(build)).plus(Dice.TEST_WAITED.roll(plan.seed(), index));
    }

    Duration testTook(long index) {
        return Dice.TEST_TOOK.roll(plan.seed(), index);
    }
}
