package org.kcibridge.batch;

import static org.kcibridge.batch.BatchParameter.Type.FLAG;
import static org.kcibridge.batch.BatchParameter.Type.KIND;
import static org.kcibridge.batch.BatchParameter.Type.MOMENT;
import static org.kcibridge.batch.BatchParameter.Type.ORIGIN;
import static org.kcibridge.batch.BatchParameter.Type.PERIOD;
import static org.kcibridge.batch.BatchParameter.Type.RUNNER;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The batch jobs there are. Each can be started without parameters, as the admin console does. */
public enum BatchJob {
    RESUBMISSION(
            "kcidb-resubmission",
            "Sends again what KCIDB has not taken: submissions that wait for a retry, or are dead.",
            new BatchParameter("kind", KIND, "all", "only such that report this"),
            new BatchParameter("since", MOMENT, "any time", "only such that were queued since"),
            new BatchParameter("origin", ORIGIN, "all", "only those of this origin"),
            new BatchParameter("dryRun", FLAG, "false", "counts them and does nothing")),
    RECONCILIATION(
            "reconcile-jobs",
            "Asks runners about work they have had for a while, without waiting for its deadline.",
            new BatchParameter("runner", RUNNER, "all", "only work of this runner"),
            new BatchParameter("olderThan", PERIOD, "PT10M", "only work that was handed over so long ago")),
    PRUNE(
            "prune",
            "Forgets what is old: bodies of posts and callbacks, confirmed submissions, records of batch jobs.",
            new BatchParameter("olderThan", PERIOD, "P90D", "how old it has to be"),
            new BatchParameter("reports", FLAG, "false", "also forgets checkouts, builds and tests"),
            new BatchParameter("dryRun", FLAG, "false", "counts and forgets nothing"));

    /** The batch engine's own, for operators who know what they do. */
    private static final String ENGINES = "jberet.";

    private final String key;
    private final String purpose;
    private final List<BatchParameter> parameters;

    BatchJob(String key, String purpose, BatchParameter... parameters) {
        this.key = key;
        this.purpose = purpose;
        this.parameters = List.of(parameters);
    }

    /** The name of its XML, and its id in there. */
    public String key() {
        return key;
    }

    public String purpose() {
        return purpose;
    }

    public List<BatchParameter> parameters() {
        return parameters;
    }

    public static Optional<BatchJob> of(String key) {
        return Arrays.stream(values()).filter(job -> job.key.equals(key)).findFirst();
    }

    /** What is wrong with these parameters, by their names; empty if nothing is. */
    public Map<String, String> faults(Map<String, String> given) {
        Map<String, BatchParameter> known =
                parameters.stream().collect(Collectors.toMap(BatchParameter::name, parameter -> parameter));
        Map<String, String> faults = new TreeMap<>();
        given.forEach((name, value) -> {
            if (known.containsKey(name)) {
                known.get(name).fault(value).ifPresent(fault -> faults.put(name, fault));
            } else if (!name.startsWith(ENGINES)) {
                faults.put(name, "is not known; there are " + names());
            }
        });
        return faults;
    }

    private String names() {
        return parameters.stream().map(BatchParameter::name).collect(Collectors.joining(", "));
    }
}
