package org.kcibridge.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.kcibridge.meter.Meters;

/** How long jobs take, from when they were asked for until they are over. */
@ApplicationScoped
public class JobDurations {

    @Inject
    Meters meters;

    /** The job is over, and that is committed: what is measured cannot be taken back. */
    public void ended(Job job) {
        String kind = job.kind().name().toLowerCase(Locale.ROOT);
        meters.timer(
                        "kci_bridge.job.duration",
                        "kind",
                        kind,
                        "runner",
                        job.runner(),
                        "state",
                        job.state().name())
                .record(Duration.between(job.createdAt(), job.changedAt()));
    }
}
