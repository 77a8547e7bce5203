package org.kcibridge.batch;

import jakarta.ejb.Local;
import java.util.Map;

/**
 * Starts batch jobs. The batch module implements it and is looked up by name: were its jobs visible to the others, the
 * admin console would list each of them once for every module.
 */
@Local
public interface JobLauncher {

    /** Where the implementation is found. */
    String NAME = "java:app/batch/JobLauncherBean!org.kcibridge.batch.JobLauncher";

    /**
     * Starts a job and returns at once.
     *
     * @param job name of the job's XML, without the extension
     * @param parameters job parameters; ids and options, never payloads
     * @return id of the execution
     */
    long start(String job, Map<String, String> parameters);
}
