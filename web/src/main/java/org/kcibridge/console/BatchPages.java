package org.kcibridge.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.batch.BatchParameter;
import org.kcibridge.batch.Execution;
import org.kcibridge.batch.JobLauncher;

/** The batch jobs, and what became of them. */
@Named("batch")
@RequestScoped
public class BatchPages {

    private static final int MOST = 50;

    @EJB(lookup = JobLauncher.NAME)
    JobLauncher launcher;

    @Inject
    Pages pages;

    private List<ExecutionView> executions;
    private Optional<ExecutionView> execution = Optional.empty();

    public List<JobForm> getJobs() {
        return List.of(BatchJob.values()).stream().map(JobForm::new).toList();
    }

    public List<ExecutionView> getExecutions() {
        if (executions == null) {
            executions = launcher.newest(Optional.empty(), 0, MOST).stream()
                    .map(ExecutionView::new)
                    .toList();
        }
        return executions;
    }

    /** The execution the page is about; null when there is none. */
    public ExecutionView getExecution() {
        String id = pages.parameter("id");
        if (execution.isEmpty() && id.matches("[0-9]{1,18}")) {
            execution = launcher.find(Long.parseLong(id)).map(ExecutionView::new);
        }
        return execution.orElse(null);
    }

    /** What one can tell a job before it starts. */
    public record JobForm(BatchJob job) {

        public String getName() {
            return job.key();
        }

        public String getPurpose() {
            return job.purpose();
        }

        public List<Input> getInputs() {
            return job.parameters().stream().map(Input::new).toList();
        }
    }

    /** A field of that form. */
    public record Input(BatchParameter parameter) {

        public String getName() {
            return parameter.name();
        }

        public String getByDefault() {
            return parameter.byDefault();
        }

        public String getMeaning() {
            return parameter.meaning();
        }

        public String getValues() {
            return parameter.type().inWords();
        }

        public boolean isFlag() {
            return parameter.type() == BatchParameter.Type.FLAG;
        }
    }

    /** An execution as pages show it. */
    public record ExecutionView(Execution execution) {

        public long getId() {
            return execution.id();
        }

        public String getJob() {
            return execution.job();
        }

        public String getState() {
            return execution.state();
        }

        public boolean isRunning() {
            return execution.isRunning();
        }

        public boolean isRestartable() {
            return execution.state().equals("FAILED") || execution.state().equals("STOPPED");
        }

        public String getExitStatus() {
            return execution.exitStatus().orElse("");
        }

        public Map<String, Long> getDone() {
            return execution.done();
        }

        public Map<String, String> getParameters() {
            return execution.parameters();
        }

        public List<StepView> getSteps() {
            return execution.steps().stream().map(StepView::new).toList();
        }

        public String getCreatedAt() {
            return execution.createdAt().toString();
        }

        public String getEndedAt() {
            return execution.endedAt().map(Object::toString).orElse("");
        }
    }

    /** A step of it. */
    public record StepView(Execution.Step step) {

        public String getName() {
            return step.name();
        }

        public String getState() {
            return step.state();
        }

        public String getTrouble() {
            return step.trouble().orElse("");
        }
    }
}
