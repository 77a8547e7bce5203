package org.kcibridge.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kcibridge.mode.Mode;
import org.kcibridge.overview.Attention;
import org.kcibridge.overview.Hour;
import org.kcibridge.overview.LastHours;
import org.kcibridge.overview.Overview;
import org.kcibridge.submission.Backlog;
import org.kcibridge.submission.Destination;
import org.kcibridge.submission.KcidbGateway;
import org.kcibridge.submission.Outbox;
import org.kcibridge.submission.Reachability;

/** What people see first: what needs them, then how it goes. */
@Named("overview")
@RequestScoped
public class OverviewPage {

    private static final int HOURS = 24;

    @Inject
    Overview overview;

    @Inject
    LastHours lastHours;

    @Inject
    Reachability reachability;

    @Inject
    Outbox outbox;

    @Inject
    KcidbGateway gateway;

    private Attention attention;
    private Destination kcidb;
    private Backlog backlog;
    private List<Hour> hours;

    @PostConstruct
    void read() {
        attention = overview.attention();
        kcidb = reachability.kcidb();
        backlog = outbox.backlog();
        hours = lastHours.of(HOURS);
    }

    /** What waits for somebody, worst first; empty when nothing does. */
    public List<Need> getNeeds() {
        List<Need> needs = new ArrayList<>();
        Mode mode = attention.mode().mode();
        if (mode != Mode.NORMAL) {
            needs.add(new Need(
                    "odd",
                    0,
                    "The bridge is in mode " + mode.key(),
                    mode.words() + "; switched by " + attention.mode().by().orElse("?"),
                    "api.xhtml"));
        }
        if (!kcidb.isReachable()) {
            needs.add(new Need(
                    "bad",
                    0,
                    "KCIDB is " + kcidb.state().name().toLowerCase(Locale.ROOT),
                    getReason(),
                    "outbox.xhtml"));
        }
        add(needs, "bad", attention.deadSubmissions(), "dead submissions", "outbox.xhtml?state=DEAD");
        add(needs, "bad", attention.quarantinedCallbacks(), "quarantined callbacks", "inbox.xhtml?state=QUARANTINED");
        add(needs, "bad", attention.lostJobs(), "jobs lost since yesterday", "jobs.xhtml?state=LOST");
        add(
                needs,
                "odd",
                attention.overdueJobs(),
                "jobs overdue at their runner",
                "jobs.xhtml?state=SUBMITTED&sort=due_at");
        add(needs, "odd", attention.unsentJobs(), "jobs their runner has not taken", "jobs.xhtml?state=REQUESTED");
        add(needs, "odd", attention.retriedSubmissions(), "submissions tried again", "outbox.xhtml?state=RETRY");
        add(needs, "odd", attention.failedUploads(), "uploads failed since yesterday", "uploads.xhtml?state=FAILED");
        return needs;
    }

    private static void add(List<Need> needs, String tone, long count, String what, String address) {
        if (count > 0) {
            needs.add(new Need(tone, count, what, "", address));
        }
    }

    /** Something that waits for somebody. */
    public record Need(String tone, long count, String what, String detail, String address) {

        public String getTone() {
            return tone;
        }

        public long getCount() {
            return count;
        }

        public String getWhat() {
            return what;
        }

        public String getDetail() {
            return detail;
        }

        public String getAddress() {
            return address;
        }
    }

    public String getKcidb() {
        return kcidb.state().name();
    }

    public String getReason() {
        return kcidb.reason().orElse("");
    }

    public boolean isDryRun() {
        return gateway.isDryRun();
    }

    public long getUnsent() {
        return backlog.waiting() + backlog.retrying();
    }

    public long getJobs() {
        return hours.stream().mapToLong(Hour::jobs).sum();
    }

    public long getReported() {
        return hours.stream().mapToLong(hour -> hour.builds() + hour.tests()).sum();
    }

    /** Of what said that the kernel is good or bad, how much said good; empty when nothing said either. */
    public String getSuccessRate() {
        long passed = hours.stream().mapToLong(Hour::passed).sum();
        long failed = hours.stream().mapToLong(Hour::failed).sum();
        return passed + failed == 0 ? "" : Math.round(100.0 * passed / (passed + failed)) + " %";
    }

    /** Builds and tests that were reported. */
    public String getThroughput() {
        return Charts.bars(
                hours,
                List.of(
                        new Charts.Series("builds", "#2f6fb0", hour -> (double) hour.builds()),
                        new Charts.Series("tests", "#8fb4d9", hour -> (double) hour.tests())));
    }

    /** How much of it passed, in percent; a gap where there was nothing. */
    public String getSuccess() {
        return Charts.line(
                hours,
                new Charts.Series(
                        "passed, %",
                        "#2c8a57",
                        hour -> hour.passed() + hour.failed() == 0
                                ? null
                                : Math.round(1000.0 * hour.passed() / (hour.passed() + hour.failed())) / 10.0));
    }

    /** Submissions that were still to be sent. */
    public String getBacklog() {
        return Charts.line(hours, new Charts.Series("to be sent", "#b0762c", hour -> (double) hour.backlog()));
    }
}
