package org.kcibridge.overview;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kcibridge.mode.Modes;

/** Reads how the bridge is doing, on the database's clock. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Overview {

    private static final String ATTENTION =
            """
            select (select count(*) from submission where state = 'DEAD'),
                   (select count(*) from submission where state = 'RETRY'),
                   (select count(*) from callback where state = 'QUARANTINED'),
                   (select count(*) from job where state = 'SUBMITTED' and due_at < now() - interval '5 minutes'),
                   (select count(*) from job where state = 'REQUESTED' and attempts > 0),
                   (select count(*) from job where state = 'LOST' and changed_at > now() - interval '1 day'),
                   (select count(*) from upload where state = 'FAILED' and ended_at > now() - interval '1 day')""";

    /** Submissions of more than a week ago are waiting for somebody, not for their turn. */
    private static final String HOURS =
            """
            with hours as (
                select begin, begin + interval '1 hour' as till
                from generate_series(date_trunc('hour', now()) - :hours * interval '1 hour', date_trunc('hour', now()),
                                     interval '1 hour') begin
            ), jobs as (
                select date_trunc('hour', created_at) as hour, count(*) as n from job
                where created_at >= (select min(begin) from hours) group by 1
            ), reported as (
                select date_trunc('hour', _timestamp) as hour, count(*) filter (where what = 'build') as builds,
                       count(*) filter (where what = 'test') as tests, count(*) filter (where status = 'PASS') as passed,
                       count(*) filter (where status = 'FAIL') as failed
                from (select 'build' as what, _timestamp, status from builds where _timestamp >= (select min(begin) from hours)
                      union all
                      select 'test', _timestamp, status from tests where _timestamp >= (select min(begin) from hours)) r
                group by 1
            ), recent as materialized (
                select created_at, sent_at, state, changed_at from submission
                where created_at > now() - interval '7 days'
            ), confirmed as (
                select date_trunc('hour', changed_at) as hour, count(*) as n from recent where state = 'CONFIRMED' group by 1
            )
            select h.begin, coalesce(jobs.n, 0), coalesce(builds, 0), coalesce(tests, 0), coalesce(passed, 0),
                   coalesce(failed, 0), coalesce(confirmed.n, 0),
                   (select count(*) from recent r
                    where r.created_at < h.till and (r.sent_at is null or r.sent_at >= h.till) and r.state <> 'DEAD')
            from hours h left join jobs on jobs.hour = h.begin left join reported on reported.hour = h.begin
            left join confirmed on confirmed.hour = h.begin
            order by h.begin""";

    private static final int LONGEST_MILLIS = 10_000;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Modes modes;

    public Attention attention() {
        Tuple row = (Tuple) entities.createNativeQuery(ATTENTION, Tuple.class).getSingleResult();
        return new Attention(
                number(row, 0),
                number(row, 1),
                number(row, 2),
                number(row, 3),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                modes.last());
    }

    /** The last hours, the one under way included, oldest first. */
    public List<Hour> hours(int hours) {
        List<Hour> all = new ArrayList<>();
        for (Object found : entities.createNativeQuery(HOURS, Tuple.class)
                .setParameter("hours", hours - 1)
                .setHint("jakarta.persistence.query.timeout", LONGEST_MILLIS)
                .getResultList()) {
            Tuple row = (Tuple) found;
            all.add(new Hour(
                    row.get(0, Instant.class),
                    number(row, 1),
                    number(row, 2),
                    number(row, 3),
                    number(row, 4),
                    number(row, 5),
                    number(row, 6),
                    number(row, 7)));
        }
        return all;
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }
}
