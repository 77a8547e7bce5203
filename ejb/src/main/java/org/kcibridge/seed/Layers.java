package org.kcibridge.seed;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kcibridge.report.Kind;

/** How many objects of each kind a plan makes of a dataset, and which belongs to which. */
final class Layers {

    private final Dataset dataset;
    private final Layer checkouts;
    private final Layer builds;
    private final Layer tests;
    private final Layer issues;
    private final List<Sighting> sightings;
    private final long incidents;

    Layers(Dataset dataset, Plan plan) {
        this.dataset = dataset;
        List<JsonObject> fixtures = dataset.all(Fixtures.CHECKOUTS);
        long wanted = (plan.checkouts() == 0 ? fixtures.size() : (long) plan.checkouts()) * plan.scale();
        long rounds = fixtures.isEmpty() ? 0 : wanted / fixtures.size();
        int rest = fixtures.isEmpty() ? 0 : (int) (wanted % fixtures.size());
        checkouts = new Layer(fixtures, fixtures.isEmpty() ? 0 : wanted);
        builds = layer(Fixtures.BUILDS, rounds, rest);
        tests = layer(Fixtures.TESTS, rounds, rest);
        List<JsonObject> known = dataset.all(Fixtures.ISSUES);
        issues = new Layer(known, known.isEmpty() ? 0 : plan.issues() == 0 ? known.size() : plan.issues());
        sightings = seen();
        incidents = rounds * sightings.size() + seenIn(rest);
    }

    private Layer layer(Fixtures which, long rounds, int rest) {
        List<JsonObject> fixtures = dataset.all(which);
        long cut = fixtures.stream()
                .filter(fixture -> checkout(which, fixture) < rest)
                .count();
        return new Layer(fixtures, rounds * fixtures.size() + cut);
    }

    /** Where the checkout stands that a build or a test belongs to. */
    private int checkout(Fixtures which, JsonObject fixture) {
        return which == Fixtures.BUILDS
                ? dataset.checkoutOf(fixture)
                : dataset.checkoutOf(dataset.all(Fixtures.BUILDS).get(dataset.buildOf(fixture)));
    }

    /** What is seen in one repetition, in the order of the checkouts it is seen in. */
    private List<Sighting> seen() {
        List<Sighting> seen = new ArrayList<>();
        for (long issue = 0; issue < issues.count(); issue++) {
            JsonObject fixture = issues.fixture(issue);
            for (Fixtures where : List.of(Fixtures.BUILDS, Fixtures.TESTS)) {
                for (JsonString id : strings(fixture, where.key())) {
                    seen.add(new Sighting(issue, where, dataset.place(where, id.getString())));
                }
            }
        }
        seen.sort(Comparator.comparingInt(this::checkout));
        return seen;
    }

    private int checkout(Sighting sighting) {
        return checkout(sighting.where(), dataset.all(sighting.where()).get(sighting.place()));
    }

    private long seenIn(int rest) {
        return sightings.stream().filter(sighting -> checkout(sighting) < rest).count();
    }

    static List<JsonString> strings(JsonObject fixture, String member) {
        return fixture.containsKey(member) ? fixture.getJsonArray(member).getValuesAs(JsonString.class) : List.of();
    }

    Layer checkouts() {
        return checkouts;
    }

    Layer builds() {
        return builds;
    }

    Layer tests() {
        return tests;
    }

    Layer issues() {
        return issues;
    }

    /** What is seen in each repetition. */
    List<Sighting> sightings() {
        return sightings;
    }

    Sighting sighting(long incident) {
        return sightings.get(place(Kind.INCIDENTS, incident));
    }

    /** The build or test that an incident is about. */
    long target(long incident) {
        Sighting sighting = sighting(incident);
        long round = incident / sightings.size();
        return (sighting.where() == Fixtures.BUILDS ? builds : tests).index(round, sighting.place());
    }

    /** Where the fixture of an object stands, or the sighting of an incident. */
    int place(Kind kind, long index) {
        int size =
                switch (kind) {
                    case CHECKOUTS -> checkouts.fixtures().size();
                    case BUILDS -> builds.fixtures().size();
                    case TESTS -> tests.fixtures().size();
                    case ISSUES -> issues.fixtures().size();
                    case INCIDENTS -> sightings.size();
                };
        return (int) (index % size);
    }

    long checkoutOfBuild(long build) {
        return checkouts.index(builds.round(build), dataset.checkoutOf(builds.fixture(build)));
    }

    long buildOfTest(long test) {
        return builds.index(tests.round(test), dataset.buildOf(tests.fixture(test)));
    }

    long count(Kind kind) {
        return switch (kind) {
            case CHECKOUTS -> checkouts.count();
            case BUILDS -> builds.count();
            case TESTS -> tests.count();
            case ISSUES -> issues.count();
            case INCIDENTS -> incidents;
        };
    }

    /** How many of the dataset's own objects the plan leaves out. */
    long skipped(Kind kind) {
        long own =
                switch (kind) {
                    case CHECKOUTS -> checkouts.fixtures().size();
                    case BUILDS -> builds.fixtures().size();
                    case TESTS -> tests.fixtures().size();
                    case ISSUES -> issues.fixtures().size();
                    case INCIDENTS -> ownIncidents();
                };
        return Math.max(0, own - count(kind));
    }

    private long ownIncidents() {
        return issues.fixtures().stream()
                .mapToLong(issue -> strings(issue, Fixtures.BUILDS.key()).size()
                        + strings(issue, Fixtures.TESTS.key()).size())
                .sum();
    }

    /**
     * An issue in something.
     *
     * @param issue which one
     * @param where in a build or in a test
     * @param place of that fixture
     */
    record Sighting(long issue, Fixtures where, int place) {}
}
