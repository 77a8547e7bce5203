package org.kcibridge.fastapi;

/** What there is to take over, in the order in which it is. Each is known by a key of the old tables. */
public enum OldWork {
    /** Builds, by the runner's id. */
    BUILDS("select build_uid as key from old.scheduled_build"),
    /** Orders of tests and boots, by the runner's id. */
    TESTS("select test_uid as key from old.scheduled_tests"),
    /** Builds of which tests have been run by no order that is known. */
    LEFTOVERS("select distinct r.build_id as key from old.run_tests r where " + OldWork.NOT_ORDERED);

    static final String NOT_ORDERED =
            """
            not exists (select from old.scheduled_tests s
                        where s.build_id = r.build_id and jsonb_exists(cast(s.tests as jsonb), r.test))""";

    private final String keys;

    OldWork(String keys) {
        this.keys = keys;
    }

    /** Finds the next {@code :limit} keys behind {@code :after}. */
    String page() {
        return "select key from (%s) all_keys where key collate \"C\" > :after order by key collate \"C\" limit :limit"
                .formatted(keys);
    }
}
