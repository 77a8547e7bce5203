package org.kcibridge.batch;

import static org.kcibridge.batch.BatchParameter.Type.COUNT;
import static org.kcibridge.batch.BatchParameter.Type.FLAG;
import static org.kcibridge.batch.BatchParameter.Type.FOLDER;
import static org.kcibridge.batch.BatchParameter.Type.KIND;
import static org.kcibridge.batch.BatchParameter.Type.MOMENT;
import static org.kcibridge.batch.BatchParameter.Type.NAME;
import static org.kcibridge.batch.BatchParameter.Type.NUMBER;
import static org.kcibridge.batch.BatchParameter.Type.ORIGIN;
import static org.kcibridge.batch.BatchParameter.Type.PERIOD;
import static org.kcibridge.batch.BatchParameter.Type.RUNNER;
import static org.kcibridge.batch.BatchParameter.Type.SCHEMA;

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
            "Forgets what is old: bodies of posts and callbacks, uploads, confirmed submissions, records of batch jobs.",
            new BatchParameter("olderThan", PERIOD, "P90D", "how old it has to be"),
            new BatchParameter("reports", FLAG, "false", "also forgets checkouts, builds and tests"),
            new BatchParameter("dryRun", FLAG, "false", "counts and forgets nothing")),
    SEEDING(
            "seed-test-data",
            "Fills a test database with a made-up report; where results may be real it refuses.",
            new BatchParameter("dataset", NAME, "kernelci", "which fixtures"),
            new BatchParameter(
                    "checkouts", COUNT, "the dataset's", "how many checkouts, with all that belongs to them"),
            new BatchParameter("issues", COUNT, "the dataset's", "how many issues"),
            new BatchParameter("scale", COUNT, "1", "how many times checkouts, builds, tests and incidents"),
            new BatchParameter("clear", FLAG, "false", "takes out what was seeded before"),
            new BatchParameter("confirm", FLAG, "false", "has to be true to clear"),
            new BatchParameter("seed", NUMBER, "0", "of chance: the same one gives the same rows"),
            new BatchParameter("now", MOMENT, "now", "when it is; all times are before it")),
    IMPORT(
            "import-kcidb",
            "Takes submissions that others made for KCIDB out of a folder into the report.",
            new BatchParameter("folder", FOLDER, ".", "a folder in BRIDGE_IMPORT_FOLDER")),
    MIGRATION(
            "migrate-fastapi",
            "Takes over what the FastAPI service knows that came before this bridge.",
            new BatchParameter("schema", SCHEMA, "fastapi", "the schema that its tables were restored to")),
    AGGREGATES(
            "rebuild-aggregates",
            "Works out anew what is derived of the report: how checkouts went, newest ones, hardware, issues.");

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
