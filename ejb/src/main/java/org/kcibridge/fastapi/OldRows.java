package org.kcibridge.fastapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Stream;

/** Reads the old tables, and writes none of them: whoever restored them may keep them, or restore them anew. */
@ApplicationScoped
class OldRows {

    private static final String BUILDS =
            """
            select cast(json_build_object(
                'uid', s.build_uid, 'toolchain', s.toolchain, 'tree', s.tree, 'branch', s.branch, 'kconfig', s.kconfig,
                'fragments', cast(s.fragments as jsonb), 'scheduled_at', s.scheduled_at,
                'status', r.status, 'submitted', coalesce(r.submitted, false),
                'kernel_image', a.kernel_image, 'modules', a.modules, 'kernel_version', a.kernel_version) as text)
            from old.scheduled_build s
            left join old.run_build r on r.build_uid = s.build_uid
            left join old.build_artifact a on a.build_uid = s.build_uid
            where s.build_uid = any(cast(:keys as text[])) order by s.build_uid collate "C"
            """;

    private static final String TESTS =
            """
            select cast(json_build_object(
                'uid', s.test_uid, 'build_id', s.build_id, 'collection', s.test_collection,
                'tests', cast(s.tests as jsonb), 'scheduled_at', s.scheduled_at,
                'runs', (select json_object_agg(r.test, json_build_object(
                            'received', r.received_results, 'sent', r.submitted_results))
                         from old.run_tests r where r.build_id = s.build_id),
                'results', (select json_agg(cast(t.results as jsonb) order by t.id)
                            from old.test_results t where t.test_uid = s.test_uid)) as text)
            from old.scheduled_tests s
            where s.test_uid = any(cast(:keys as text[])) order by s.test_uid collate "C"
            """;

    private static final String LEFTOVERS =
            """
            select cast(json_build_object('build_id', r.build_id, 'tests', json_agg(r.test order by r.test),
                                          'ran_at', min(r.ran_at)) as text)
            from old.run_tests r
            where r.build_id = any(cast(:keys as text[])) and %s
            group by r.build_id order by r.build_id collate "C"
            """
                    .formatted(OldWork.NOT_ORDERED);

    @PersistenceContext
    EntityManager entities;

    List<OldBuild> builds(OldSchema schema, List<String> keys) {
        return rows(schema, BUILDS, keys).map(OldBuild::new).toList();
    }

    List<OldTests> tests(OldSchema schema, List<String> keys) {
        return rows(schema, TESTS, keys).map(OldTests::new).toList();
    }

    /** Tests that no order names, for each build an object with {@code build_id}, {@code tests} and {@code ran_at}. */
    List<JsonObject> leftovers(OldSchema schema, List<String> keys) {
        return rows(schema, LEFTOVERS, keys).toList();
    }

    private Stream<JsonObject> rows(OldSchema schema, String statement, List<String> keys) {
        List<?> rows = entities.createNativeQuery(schema.sql(statement), String.class)
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> OldRow.parse((String) row));
    }
}
