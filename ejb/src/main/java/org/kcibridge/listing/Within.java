package org.kcibridge.listing;

/** Conditions on rows that belong to the row of the list. */
final class Within {
    static final String TAGS = "exists (select from unnest(t.git_commit_tags) tag where {})";
    static final String CATEGORIES = "exists (select from unnest(t.categories) category where {})";
    static final String CULPRITS =
            "exists (select from jsonb_each(t.culprit) as culprits (fault, guilty) where guilty = 'true' and {})";
    static final String COMPATIBLE =
            "exists (select from jsonb_path_query(t.environment, '$.compatible[*]') c cross join lateral (select c #>> cast(array[] as text[])) as fits (fit) where {})";
    static final String CHECKOUT_OF_BUILD = "exists (select from checkouts c where c.id = t.checkout_id and {})";
    static final String BUILD_OF_TEST = "exists (select from builds b where b.id = t.build_id and {})";
    static final String CHECKOUT_OF_TEST =
            "exists (select from builds b join checkouts c on c.id = b.checkout_id where b.id = t.build_id and {})";
    static final String INCIDENTS_OF_BUILD = "exists (select from incidents i where i.build_id = t.id and {})";
    static final String INCIDENTS_OF_TEST = "exists (select from incidents i where i.test_id = t.id and {})";

    private Within() {}
}
