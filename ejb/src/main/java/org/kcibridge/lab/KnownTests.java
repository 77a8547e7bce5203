package org.kcibridge.lab;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which tests of a run have been reported before, and how. */
@ApplicationScoped
class KnownTests {

    private record Known(String id, String build, String platform, String status) {

        /** Whether it says something else than a test of the same id. */
        boolean contradicts(JsonObject test) {
            return !build.equals(test.getString("build_id"))
                    || !status.equals(test.getString("status"))
                    || !platform.equals(test.getJsonObject("environment")
                            .getJsonObject("misc")
                            .getString("platform"));
        }

        String asLine() {
            return "was reported before as %s, of build %s on %s".formatted(status, build, platform);
        }
    }

    @PersistenceContext
    EntityManager entities;

    /** Lets nobody else report this run until the transaction is over. */
    void hold(String run) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:run, 0)) as text)", String.class)
                .setParameter("run", run)
                .getSingleResult();
    }

    /**
     * The tests that nobody has reported yet.
     *
     * @throws ConflictingResults when one was reported otherwise
     */
    List<JsonObject> without(List<JsonObject> tests) {
        Map<String, Known> known = known(tests);
        List<JsonObject> fresh = new ArrayList<>();
        List<ConflictingResults.Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            String id = tests.get(i).getString("id");
            Known before = known.get(id);
            if (before == null) {
                fresh.add(tests.get(i));
            } else if (before.contradicts(tests.get(i))) {
                conflicts.add(new ConflictingResults.Conflict(i, id, before.asLine()));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new ConflictingResults(conflicts);
        }
        return fresh;
    }

    private Map<String, Known> known(List<JsonObject> tests) {
        String[] ids = tests.stream().map(test -> test.getString("id")).toArray(String[]::new);
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select id, build_id, coalesce(environment -> 'misc' ->> 'platform', ''), coalesce(status, '')
                        from tests where id = any(cast(:ids as text[]))""",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .map(row -> new Known((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }
}
