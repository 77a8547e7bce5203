package org.kcibridge.retention;

/**
 * What may be forgotten, in the order in which it is: first what refers to others. Nothing that KCIDB has not got yet, and
 * nothing that an incident is about. What a delivery was, by its digest, and KCIDB's id of it are kept for ever; so are
 * artefacts, whose addresses KCIDB knows, and jobs, whose claims keep work from being done twice.
 */
public enum Prunable {
    DELIVERY_DOCUMENTS(
            "bodies of deliveries",
            "delivery_document",
            "delivery_id",
            """
            select d.delivery_id from delivery_document d join delivery on delivery.id = d.delivery_id
            where delivery.posted_at < :before and delivery.state not in ('POSTED', 'SPOOLED')
              and not exists (select from delivered l join submission s on s.id = l.submission_id
                              where l.delivery_id = d.delivery_id and s.state <> 'CONFIRMED')
            order by d.delivery_id limit :most"""),
    CALLBACKS(
            "callbacks",
            "callback",
            "id",
            """
            select id from callback
            where closed_at < :before and state in ('APPLIED', 'IGNORED') order by closed_at, id limit :most"""),
    UPLOADS(
            "uploads",
            "upload",
            "id",
            "select id from upload where ended_at < :before order by ended_at, id limit :most"),
    SUBMISSIONS(
            "submissions",
            "submission",
            "id",
            """
            select id from submission s where state = 'CONFIRMED' and changed_at < :before
              and not exists (select from jsonb_array_elements(document -> 'builds') o
                              join incidents i on i.build_id = o ->> 'id')
              and not exists (select from jsonb_array_elements(document -> 'tests') o
                              join incidents i on i.test_id = o ->> 'id')
            order by changed_at, id limit :most"""),
    TESTS(
            "tests",
            "tests",
            "id",
            """
            select id from tests t where start_time < :before
              and not exists (select from incidents i where i.test_id = t.id)
              and not exists (select from submission s where s.state <> 'CONFIRMED' and s.document -> 'tests' @>
                                  jsonb_build_array(jsonb_build_object('id', t.id)))
            order by start_time, id limit :most"""),
    BUILDS(
            "builds",
            "builds",
            "id",
            """
            select id from builds b where start_time < :before
              and not exists (select from tests t where t.build_id = b.id)
              and not exists (select from incidents i where i.build_id = b.id)
              and not exists (select from submission s where s.state <> 'CONFIRMED' and s.document -> 'builds' @>
                                  jsonb_build_array(jsonb_build_object('id', b.id)))
            order by start_time, id limit :most"""),
    CHECKOUTS(
            "checkouts",
            "checkouts",
            "id",
            """
            select id from checkouts c where start_time < :before
              and not exists (select from builds b where b.checkout_id = c.id)
              and not exists (select from submission s where s.state <> 'CONFIRMED' and s.document -> 'checkouts' @>
                                  jsonb_build_array(jsonb_build_object('id', c.id)))
            order by start_time, id limit :most""");

    private final String words;
    private final String table;
    private final String key;
    private final String old;

    Prunable(String words, String table, String key, String old) {
        this.words = words;
        this.table = table;
        this.key = key;
        this.old = old;
    }

    /** What it is, for people. */
    public String words() {
        return words;
    }

    /** Whether it was reported, and is forgotten only when that is asked for. */
    public boolean isReport() {
        return this == TESTS || this == BUILDS || this == CHECKOUTS;
    }

    /** Deletes what {@link #old} finds; of submissions also that they went along with deliveries. */
    String deletion() {
        String along = this == SUBMISSIONS
                ? ", along as (delete from delivered where submission_id in (select * from old))"
                : "";
        return "with old as (%s)%s delete from %s where %s in (select * from old)".formatted(old, along, table, key);
    }

    /** The keys of what is older than {@code :before}, {@code :most} of them. */
    String old() {
        return old;
    }
}
