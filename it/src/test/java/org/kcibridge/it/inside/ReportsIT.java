package org.kcibridge.it.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.container.InsideBridge;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.listing.Listing;
import org.kcibridge.listing.Lists;
import org.kcibridge.listing.Order;
import org.kcibridge.listing.Selection;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Reports;

/** What is reported is what can be read, to the last member. */
@IntegrationTest
@ExtendWith(ArquillianExtension.class)
@InsideBridge
class ReportsIT {

    private static final String EVERYTHING =
            """
            {"checkouts": {
                "origin": "riscv", "tree_name": "mainline", "git_repository_url": "https://example.org/linux.git",
                "git_commit_hash": "0f61b1860cc3f52aef9036d7235ed1f017632193", "git_commit_name": "v7.0-rc2",
                "git_commit_tags": ["v7.0-rc2", "a,\\"b"], "git_commit_message": "Linux 7.0-rc2\\n",
                "git_repository_branch": "master", "git_repository_branch_tip": false,
                "patchset_files": [{"name": "0001.patch", "url": "https://example.org/0001.patch"}], "patchset_hash": "",
                "message_id": "1@example.org", "comment": "c", "start_time": "2026-03-02T10:00:00.123456+00:00",
                "origin_builds_finish_time": "2026-03-02T12:00:00+00:00",
                "origin_tests_finish_time": "2026-03-02T13:00:00+00:00", "log_url": "https://example.org/log",
                "log_excerpt": "", "valid": true, "misc": {"nothing": null, "deep": [{"a": [1, null, true, "b"]}]}},
             "builds": {
                "checkout_id": "other:c", "origin": "riscv", "comment": "", "start_time": "2026-03-02T10:01:00+00:00",
                "duration": 412.5, "architecture": "riscv", "command": "make\\n", "compiler": "gcc-14", "input_files": [],
                "output_files": [{"name": "Image", "url": "https://example.org/Image"}], "config_name": "defconfig",
                "config_url": "https://example.org/config", "log_url": "https://example.org/log", "log_excerpt": "x",
                "status": "DONE", "misc": {"lab": "l"}},
             "tests": {
                "build_id": "other:b", "origin": "riscv",
                "environment": {"comment": "a board", "compatible": ["sifive,u74"], "misc": {"platform": "p"}},
                "path": "ltp.sched-1.case_2", "comment": "c", "log_url": "https://example.org/log", "log_excerpt": "x",
                "status": "SKIP", "number": {"value": 0.25, "unit": "s", "prefix": "metric"},
                "start_time": "2026-03-02T10:05:00+00:00", "duration": 1.5,
                "input_files": [{"name": "Image", "url": "https://example.org/Image"}], "output_files": [], "misc": {}},
             "issues": {
                "version": 7, "origin": "riscv", "categories": ["build.error", ""], "report_url": "https://example.org/1",
                "report_subject": "It breaks", "culprit": {"code": true, "tool": false, "harness": false},
                "comment": "c", "misc": {"signature": "s"}},
             "incidents": {
                "origin": "riscv", "issue_id": "other:i", "issue_version": 7, "test_id": "other:t", "present": false,
                "comment": "c", "misc": {}}}""";

    @Inject
    Reports reports;

    @Inject
    Lists lists;

    private final String id = "riscv:" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItWasGiven(Kind kind) {
        JsonObject object = everything(kind);
        long before = count(kind);

        reports.store(Report.builder().add(kind, object).build());

        JsonObject kept =
                read(lists.find(Listing.valueOf(kind.name()), id).orElseThrow().item());
        assertTrue(kept.containsKey("_timestamp"));
        assertEquals(object, Json.createObjectBuilder(kept).remove("_timestamp").build());
        assertEquals(before + 1, count(kind));
        assertEquals(kept, read(newest(kind)));
    }

    @Test
    void keepsAllOfManyAndTheFirstOfThoseThatShareAnId() {
        long before = count(Kind.TESTS);
        Report.Builder many = Report.builder();
        for (int i = 0; i < 1_001; i++) {
            many.add(Kind.TESTS, test(id + i, "PASS"));
        }
        many.add(Kind.TESTS, test(id + 500, "FAIL"));

        reports.store(many.build());

        assertEquals(before + 1_001, count(Kind.TESTS));
        assertEquals(
                "PASS",
                read(lists.find(Listing.TESTS, id + 500).orElseThrow().item()).getString("status"));
    }

    /** KCIDB ignores a second version of an issue, and so do we, lest we show what it does not have. */
    @Test
    void keepsTheFirstVersionOfAnIssue() {
        reports.store(issue(1));
        reports.store(issue(2));

        assertEquals(
                1, read(lists.find(Listing.ISSUES, id).orElseThrow().item()).getInt("version"));
    }

    @Test
    void leavesAnIncidentWithWhatItWasSeenInFirst() {
        reports.store(incident("test_id"));
        reports.store(incident("build_id"));

        JsonObject kept = read(lists.find(Listing.INCIDENTS, id).orElseThrow().item());
        assertEquals("other:x", kept.getString("test_id"));
        assertFalse(kept.containsKey("build_id"), "an incident is of one thing");
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnIncidentOfNothingAndOfBoth(Report report) {
        Exception refused = assertThrows(Exception.class, () -> reports.store(report));

        assertTrue(causes(refused).contains("incidents_of_one"), "because of " + causes(refused));
    }

    static Stream<Report> refusesAnIncidentOfNothingAndOfBoth() {
        return Stream.of(new ReportsIT().incident(), new ReportsIT().incident("build_id", "test_id"));
    }

    private JsonObject everything(Kind kind) {
        return Json.createObjectBuilder(read(EVERYTHING).getJsonObject(kind.key()))
                .add("id", id)
                .build();
    }

    private JsonObject test(String as, String status) {
        return Json.createObjectBuilder(everything(Kind.TESTS))
                .add("id", as)
                .add("status", status)
                .build();
    }

    private Report issue(int version) {
        return Report.builder()
                .add(
                        Kind.ISSUES,
                        Json.createObjectBuilder(everything(Kind.ISSUES))
                                .add("version", version)
                                .build())
                .build();
    }

    private Report incident(String... seenIn) {
        var incident = Json.createObjectBuilder(everything(Kind.INCIDENTS))
                .remove("build_id")
                .remove("test_id");
        for (String member : seenIn) {
            incident.add(member, "other:x");
        }
        return Report.builder().add(Kind.INCIDENTS, incident.build()).build();
    }

    private static String causes(Throwable e) {
        return e == null ? "" : e.getMessage() + "; " + causes(e.getCause());
    }

    private static JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private long count(Kind kind) {
        return lists.count(Selection.all(Listing.of(kind)));
    }

    private String newest(Kind kind) {
        Selection all = Selection.all(Listing.of(kind));
        return lists.first(all, Order.usual(Listing.of(kind)), 1).get(0).item();
    }
}
