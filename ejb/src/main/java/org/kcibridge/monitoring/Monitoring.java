package org.kcibridge.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kcibridge.callback.CallbackState;
import org.kcibridge.health.NodeState;
import org.kcibridge.health.SchemaCheck;
import org.kcibridge.health.ServerFolders;
import org.kcibridge.mode.Mode;
import org.kcibridge.scheduling.JobState;
import org.kcibridge.settings.OperationSettings;
import org.kcibridge.submission.DestinationState;
import org.kcibridge.submission.SubmissionState;

/** Shows what there is to be seen as soon as the core runs: which states there are is known before anything is in them. */
@Singleton
@Startup
@DependsOn("Installation")
public class Monitoring {

    private static final List<String> BATCH =
            List.of("STARTING", "STARTED", "STOPPING", "STOPPED", "FAILED", "COMPLETED", "ABANDONED");

    @PersistenceContext
    EntityManager entities;

    @Inject
    MeterRegistry meters;

    @Inject
    Figures figures;

    @Inject
    NodeState node;

    @Inject
    OperationSettings settings;

    /** A gauge refers to what it measures weakly; somebody has to keep it. */
    private final List<Supplier<Number>> values = new ArrayList<>();

    @PostConstruct
    void begin() {
        queue("jobs", Stream.of(JobState.values()).filter(state -> !state.isEnd()));
        queue(
                "callbacks",
                Stream.of(CallbackState.values())
                        .filter(state -> state != CallbackState.APPLIED && state != CallbackState.IGNORED));
        queue("submissions", Stream.of(SubmissionState.values()).filter(state -> state != SubmissionState.CONFIRMED));
        BATCH.forEach(state -> gauge("batch.executions", () -> figures.count("batch", state), "state", state));
        Stream.of(DestinationState.values())
                .map(Enum::name)
                .forEach(state -> gauge("kcidb", () -> figures.count("kcidb", state), "state", state));
        Stream.of(Mode.values())
                .map(Mode::key)
                .forEach(mode -> gauge("mode", () -> figures.count("mode", mode), "mode", mode));
        ServerFolders.free()
                .keySet()
                .forEach(folder -> gauge("disk.free.bytes", () -> ServerFolders.free(folder), "folder", folder));
        node.started(new NodeState.Limits(schema(), settings.outboxAge(), settings.freeDiskBytes()));
    }

    private void queue(String queue, Stream<? extends Enum<?>> states) {
        states.map(Enum::name).forEach(state -> {
            gauge("queue.size", () -> figures.count(queue, state), "queue", queue, "state", state);
            gauge("queue.oldest.age.seconds", () -> figures.age(queue, state), "queue", queue, "state", state);
        });
    }

    /** By the registry's own method: that of a server's application knows nothing of what builders register. */
    private void gauge(String name, Supplier<Number> value, String... tags) {
        values.add(value);
        meters.gauge(
                "kci_bridge." + name, Tags.of(tags), value, now -> now.get().doubleValue());
    }

    private int schema() {
        return (Integer)
                entities.createNativeQuery(SchemaCheck.VERSION, Integer.class).getSingleResult();
    }

    /** The registry is the server's, and would keep the application in memory. This clears what is of this application. */
    @PreDestroy
    void end() {
        meters.clear();
    }
}
