package org.kcibridge.fastapi;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kcibridge.batch.Tally;
import org.kcibridge.callback.Publication;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Reports;
import org.kcibridge.runner.Evidence;
import org.kcibridge.runner.Runner;
import org.kcibridge.runner.RunnerCatalog;
import org.kcibridge.runner.Verdict;
import org.kcibridge.scheduling.Adoption;
import org.kcibridge.scheduling.BuildRequest;
import org.kcibridge.scheduling.Job;
import org.kcibridge.scheduling.JobLedger;
import org.kcibridge.scheduling.TestRequest;

/**
 * Makes jobs, claims, reports and submissions of old work, a portion of it in one transaction. A job that is reported stays as
 * it is, so the same work may come again; one that was under way and is over by now is ended.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Migration {

    /**
     * The old service goes on to get the callbacks of what it has ordered, for as long as it runs; then somebody asks about
     * the rest, who need not wait for this.
     */
    private static final Duration PATIENCE = Duration.ofDays(7);

    @PersistenceContext
    EntityManager entities;

    @Inject
    OldRows rows;

    @Inject
    JobLedger ledger;

    @Inject
    Adoption adoption;

    @Inject
    RunnerCatalog runners;

    @Inject
    Publication publication;

    @Inject
    Reports reports;

    @Inject
    Tally tally;

    /**
     * Takes over work, all of it or none.
     *
     * @param instance the batch job it is done and counted for
     */
    public void take(long instance, OldSchema schema, OldWork work, List<String> keys) {
        // What happened long ago is no news.
        entities.createNativeQuery("select set_config('kcibridge.silent', 'on', true)", String.class)
                .getSingleResult();
        Map<String, Long> counts = new TreeMap<>();
        switch (work) {
            case BUILDS -> rows.builds(schema, keys).forEach(build -> take(build, counts));
            case TESTS -> rows.tests(schema, keys).forEach(tests -> take(tests, counts));
            case LEFTOVERS -> rows.leftovers(schema, keys).forEach(tests -> takeLeftover(tests, counts));
        }
        counts.forEach((what, amount) -> tally.add(instance, what, amount));
    }

    private void take(OldBuild build, Map<String, Long> counts) {
        Optional<BuildRequest> request = build.request();
        Optional<Job> known = known(build.uid());
        if (known.filter(job -> job.state().isReported()).isPresent()) {
            count(counts, "jobs known", 1);
        } else if (request.isEmpty()) {
            skip(counts, "builds", build.uid(), "it has no configuration");
        } else {
            Job job = known.orElseGet(
                    () -> adoption.ordered(request.get(), OldService.ORIGIN, build.uid(), build.orderedAt(), PATIENCE));
            Optional<Report> report = build.callback().flatMap(callback -> judge(callback, job));
            if (report.isEmpty()) {
                count(counts, known.isPresent() ? "jobs known" : "jobs under way", 1);
            } else {
                end(job, build.uid(), report.get(), build.isSent());
                count(counts, "jobs over", 1);
                count(counts, build.isSent() ? "builds sent before" : "builds to be sent", 1);
            }
        }
    }

    /** Empty when that was not the runner's last word: it tries again what broke down by its own fault. */
    private Optional<Report> judge(byte[] callback, Job job) {
        Runner runner = runners.get(job.runner());
        Verdict verdict =
                runner.judge(runner.read(callback), publication.assignment(job, job.runnerUid()), Evidence.NONE);
        return verdict instanceof Verdict.Final end ? Optional.of(end.report()) : Optional.empty();
    }

    private void take(OldTests tests, Map<String, Long> counts) {
        Optional<TestRequest> request = tests.request();
        Optional<Job> known = known(tests.uid());
        if (known.filter(job -> job.state().isReported()).isPresent()) {
            count(counts, "jobs known", 1);
        } else if (request.isEmpty()) {
            skip(counts, "orders of tests", tests.uid(), "it names none");
        } else {
            Job job = known.orElseGet(
                    () -> adoption.ordered(request.get(), OldService.ORIGIN, tests.uid(), tests.orderedAt(), PATIENCE));
            if (tests.isOver()) {
                end(job, tests, counts);
                count(counts, "jobs over", 1);
            } else {
                count(counts, known.isPresent() ? "jobs known" : "jobs under way", 1);
            }
        }
    }

    private void end(Job job, OldTests tests, Map<String, Long> counts) {
        OldResults results = OldResults.of(tests);
        results.unusable().forEach(reason -> skip(counts, "results", tests.uid(), reason));
        if (!results.told().isEmpty()) {
            reports.store(report(results.told()));
        }
        if (results.unsent().isEmpty()) {
            ledger.finished(job, tests.uid(), tests.buildId());
        } else {
            publication.finish(job, tests.uid(), report(results.unsent()));
        }
        count(counts, "results to be sent", results.unsent().size());
        count(counts, "results sent before", results.told().size() - results.lost());
        count(counts, "results lost before", results.lost());
    }

    private void end(Job job, String uid, Report report, boolean sent) {
        if (sent) {
            reports.store(report);
            String build = report.objects(Kind.BUILDS).get(0).getString("id");
            ledger.finished(job, uid, build);
        } else {
            publication.finish(job, uid, report);
        }
    }

    private void takeLeftover(JsonObject tests, Map<String, Long> counts) {
        TestRequest request = OldTests.request(tests.getString("build_id"), OldRow.texts(tests, "tests"), "");
        Optional<Job> job = adoption.done(request, OldService.ORIGIN, OldRow.time(tests, "ran_at"));
        count(counts, job.isPresent() ? "jobs over" : "jobs known", 1);
    }

    private Optional<Job> known(String uid) {
        return ledger.findByUid(OldService.RUNNER, uid).map(job -> ledger.lock(job.id()));
    }

    private static Report report(List<JsonObject> tests) {
        Report.Builder report = Report.builder();
        tests.forEach(test -> report.add(Kind.TESTS, test));
        return report.build();
    }

    /** The reason goes into the log, as there may be many; how often there was one is counted. */
    private static void skip(Map<String, Long> counts, String what, String uid, String reason) {
        BridgeLog.LOG.notMigrated(uid, reason);
        count(counts, what + " skipped", 1);
    }

    private static void count(Map<String, Long> counts, String what, long amount) {
        counts.merge(what, amount, Long::sum);
    }
}
