package org.kcibridge.batch.watch;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.batch.Tally;
import org.kcibridge.mode.Mode;
import org.kcibridge.mode.Modes;

/** Is with every job from its beginning to its end, wherever it was started. */
@Dependent
@Named
public class Watch implements JobListener {

    private static final int LONGEST_STATUS = 500;

    @Inject
    Lives lives;

    @Inject
    JobContext job;

    @Inject
    Tally tally;

    @Inject
    Modes modes;

    /**
     * Wrong parameters end the job before it has done anything; the admin console shows the exit status. So does another
     * execution of it: JBeret, told by an operator to restart what it knows nothing of, believes that it is dead.
     */
    @Override
    public void beforeJob() throws SQLException {
        Map<String, String> faults = BatchJob.of(job.getJobName()).orElseThrow().faults(parameters());
        if (!faults.isEmpty()) {
            refuse(faults.entrySet().stream()
                    .map(one -> one.getKey() + " " + one.getValue())
                    .collect(Collectors.joining("; ")));
        }
        if (modes.current() == Mode.READ_ONLY) {
            refuse("the bridge is in mode %s".formatted(Mode.READ_ONLY.key()));
        }
        if (!lives.begin(job.getExecutionId(), job.getInstanceId())) {
            refuse("another node is at work on it");
        }
    }

    private void refuse(String reason) {
        job.setExitStatus(shortened(reason));
        throw new BatchRuntimeException(reason);
    }

    @Override
    public void afterJob() throws SQLException {
        lives.end(job.getExecutionId());
        if (saysNothingYet()) {
            job.setExitStatus(shortened(said()));
        }
    }

    /** The engine has put the batch status there already. */
    private boolean saysNothingYet() {
        return job.getExitStatus() == null
                || job.getExitStatus().equals(job.getBatchStatus().name());
    }

    private String said() {
        Map<String, Long> done = tally.of(job.getInstanceId());
        String words = done.isEmpty()
                ? "nothing to do"
                : done.entrySet().stream()
                        .map(one -> one.getValue() + " " + one.getKey())
                        .collect(Collectors.joining(", "));
        return job.getBatchStatus() == BatchStatus.FAILED ? "failed; until then: " + words : words;
    }

    private Map<String, String> parameters() {
        Properties given = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
        Map<String, String> parameters = new TreeMap<>();
        if (given != null) {
            given.forEach((name, value) -> parameters.put((String) name, (String) value));
        }
        return parameters;
    }

    private static String shortened(String status) {
        return status.length() <= LONGEST_STATUS ? status : status.substring(0, LONGEST_STATUS) + "…";
    }
}
