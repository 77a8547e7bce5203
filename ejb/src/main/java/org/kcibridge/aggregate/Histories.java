package org.kcibridge.aggregate;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kcibridge.report.Status;

/**
 * Histories of tests. Results belong together as KernelCI's dashboard has it: the same path, platform and configuration, of
 * checkouts of the same origin, repository and branch.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Histories {

    /** Enough before the last one that is shown to say what that one means, unless nearly all of it is inconclusive. */
    private static final int BEFORE = 50;

    private static final String SERIES =
            """
            select t.path, aggregate.platform_of(t.environment) as platform, b.config_name, c.origin, c.tree_name,
                   c.git_repository_url as url, c.git_repository_branch as branch
            from tests t join builds b on b.id = t.build_id join checkouts c on c.id = b.checkout_id where t.id = :id""";

    private static final String RESULTS =
            """
            with s as (%s)
            select t.id, t.start_time, t.status, c.id as checkout, c.git_commit_hash, c.git_commit_name
            from s join tests t on t.path = s.path and aggregate.platform_of(t.environment) = s.platform
            join builds b on b.id = t.build_id and b.config_name is not distinct from s.config_name
            join checkouts c on c.id = b.checkout_id and c.origin = s.origin
                 and c.git_repository_url is not distinct from s.url
                 and c.git_repository_branch is not distinct from s.branch
            order by t.start_time desc nulls last, t.id desc limit :most"""
                    .formatted(SERIES);

    @PersistenceContext
    EntityManager entities;

    /**
     * The history a test belongs to.
     *
     * @param most so many results are shown, the newest ones
     * @return empty when nobody knows the test, its build and its checkout
     */
    public Optional<History> of(String testId, int most) {
        List<Tuple> series = rows(SERIES, testId, Optional.empty());
        return series.stream()
                .findFirst()
                .map(one -> new History(
                        text(one, "path"),
                        one.get("platform", String.class),
                        text(one, "config_name"),
                        text(one, "tree_name"),
                        results(rows(RESULTS, testId, Optional.of(most + BEFORE)), most)));
    }

    private List<Tuple> rows(String sql, String testId, Optional<Integer> most) {
        var query = entities.createNativeQuery(sql, Tuple.class).setParameter("id", testId);
        most.ifPresent(limit -> query.setParameter("most", limit));
        List<Tuple> rows = new ArrayList<>();
        query.getResultList().forEach(row -> rows.add((Tuple) row));
        return rows;
    }

    private static List<History.Result> results(List<Tuple> rows, int most) {
        List<Optional<Status>> statuses = rows.stream()
                .map(row -> text(row, "status").map(Status::valueOf))
                .toList();
        List<Course> courses = Course.of(statuses);
        List<History.Result> results = new ArrayList<>();
        for (int i = 0; i < Math.min(most, rows.size()); i++) {
            Tuple row = rows.get(i);
            results.add(new History.Result(
                    row.get("id", String.class),
                    Optional.ofNullable(row.get("start_time", Instant.class)),
                    statuses.get(i),
                    courses.get(i),
                    row.get("checkout", String.class),
                    text(row, "git_commit_hash"),
                    text(row, "git_commit_name")));
        }
        return results;
    }

    private static Optional<String> text(Tuple row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }
}
