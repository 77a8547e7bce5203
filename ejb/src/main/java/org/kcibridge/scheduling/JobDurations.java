package org.kcibridge.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;

/** How long jobs take, from when they were asked for until they are over. */
@ApplicationScoped
public class JobDurations {

    @Inject
    MeterRegistry meters;

    /** The job is over, and that is committed: what is measured cannot be taken back. */
    public void ended(Job job) {
        Tags tags = Tags.of(
                "kind", job.kind().name().toLowerCase(Locale.ROOT),
                "runner", job.runner(),
                "state", job.state().name());
        meters.timer("kci_bridge.job.duration", tags).record(Duration.between(job.createdAt(), job.changedAt()));
    }
}
