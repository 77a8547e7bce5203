package org.kcibridge.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.UserTransaction;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.container.InsideBridge;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.listing.Listing;
import org.kcibridge.listing.Lists;
import org.kcibridge.listing.Selection;
import org.kcibridge.report.Report;
import org.kcibridge.report.Reports;
import org.kcibridge.scheduling.BuildRequest;
import org.kcibridge.scheduling.Intake;
import org.kcibridge.scheduling.JobLedger;
import org.kcibridge.scheduling.JobState;
import org.kcibridge.submission.Outbox;

/** The core's beans as the container runs them: what a transaction takes along, and what a lease keeps from others. */
@IntegrationTest
@ExtendWith(ArquillianExtension.class)
@InsideBridge
class CoreIT {

    @Inject
    Lists lists;

    @Inject
    Outbox outbox;

    @Inject
    Reports reports;

    @Inject
    Intake intake;

    @Inject
    JobLedger ledger;

    @Inject
    UserTransaction transaction;

    @Test
    void queuesAReportOnlyIfWhatItReportsIsCommitted() throws Exception {
        UUID job = intake.open(request()).job();
        Report report = report("riscv:" + job, "PASS", null);

        transaction.begin();
        reports.store(report);
        outbox.queue(job, report);
        transaction.rollback();

        Selection ofJob = Selection.of(Listing.SUBMISSIONS, Map.of("job_id", List.of(job.toString())));
        assertEquals(0, lists.count(ofJob));
        assertTrue(lists.find(Listing.BUILDS, "riscv:" + job).isEmpty());
    }

    @Test
    void keepsWhatWasReportedFirstAndFillsGaps() {
        String id = "riscv:" + UUID.randomUUID();

        reports.store(report(id, "PASS", null));
        reports.store(report(id, "FAIL", "later"));

        JsonObject kept = read(lists.find(Listing.BUILDS, id).orElseThrow().item());
        assertEquals("PASS", kept.getString("status"));
        assertEquals("later", kept.getString("comment"));
        assertFalse(kept.containsKey("compiler"), "what was not reported is left out");
    }

    @Test
    void joinsEqualRequestsAndTellsOthersApart() {
        BuildRequest request = request();
        Intake.Opened first = intake.open(request);
        Intake.Opened second = intake.open(request);

        assertTrue(first.fresh().isPresent());
        assertFalse(second.fresh().isPresent());
        assertEquals(first.job(), second.job());
        assertNotEquals(first.job(), intake.open(request()).job());
    }

    @Test
    void leavesAJobToWhoeverOpenedIt() {
        UUID job = intake.open(request()).job();

        assertTrue(ledger.takeDue(JobState.REQUESTED, 500).stream()
                .noneMatch(taken -> taken.id().equals(job)));
    }

    private static JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static BuildRequest request() {
        return new BuildRequest(
                "tuxsuite",
                "https://example.org/" + UUID.randomUUID(),
                "master",
                null,
                "riscv",
                "gcc-14",
                "defconfig",
                List.of(),
                List.of(),
                Map.of());
    }

    private static Report report(String id, String status, String comment) {
        var build = Json.createObjectBuilder()
                .add("id", id)
                .add("origin", "riscv")
                .add("checkout_id", "riscv:c")
                .add("status", status);
        if (comment != null) {
            build.add("comment", comment);
        }
        JsonObject checkout = Json.createObjectBuilder()
                .add("id", "riscv:c")
                .add("origin", "riscv")
                .add("start_time", "2026-01-01T00:00:00+00:00")
                .build();
        return Report.of(checkout, build.build());
    }
}
