package org.kcibridge.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** How long jobs take, from when they were asked for until they are over. */
@ApplicationScoped
public class JobDurations {

    /** From a build that is quick to a test that its runner is asked about. */
    private static final Duration[] STEPS = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(3),
        Duration.ofHours(6),
        Duration.ofHours(24)
    };

    @Inject
    MeterRegistry meters;

    @Inject
    JobLedger ledger;

    /** That is committed: what is measured cannot be taken back. */
    public void ended(UUID id) {
        ledger.find(id).ifPresent(this::measure);
    }

    private void measure(Job job) {
        Timer.builder("kci_bridge.job.duration")
                .tag("kind", job.kind().name().toLowerCase(Locale.ROOT))
                .tag("runner", job.runner())
                .tag("state", job.state().name())
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(Duration.between(job.createdAt(), job.changedAt()));
    }
}
