package org.kcibridge.batch;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts batch jobs and looks after them. The batch module implements it and is looked up by name: were its jobs visible to
 * the others, the admin console would list each of them once for every module.
 */
@Local
public interface JobLauncher {

    /** Where the implementation is found. */
    String NAME = "java:app/batch/JobLauncherBean!org.kcibridge.batch.JobLauncher";

    /**
     * Starts a job and returns at once. One that runs already with the same parameters, on whatever node, is not started
     * again.
     *
     * @param parameters job parameters; ids and options, never payloads
     * @return id of the execution
     * @throws IllegalArgumentException when a parameter is wrong
     */
    long start(BatchJob job, Map<String, String> parameters);

    /** Lets an execution end at its next checkpoint. @throws ImpossibleNow when it does not run here */
    void stop(long id);

    /**
     * Lets an execution that failed or was stopped go on from where it was.
     *
     * @return id of the new execution
     * @throws ImpossibleNow when there is nothing to go on with
     */
    long restart(long id);

    /** An execution with all its steps. */
    Optional<Execution> find(long id);

    /**
     * Executions without their steps, newest first.
     *
     * @param job only those of this one
     */
    List<Execution> newest(Optional<String> job, int offset, int limit);

    long count(Optional<String> job);
}
