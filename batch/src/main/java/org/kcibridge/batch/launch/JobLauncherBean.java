package org.kcibridge.batch.launch;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Map;
import java.util.Properties;
import org.kcibridge.batch.JobLauncher;

/** Starts jobs where they can be seen: here. The repository refuses to work inside a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobLauncherBean implements JobLauncher {

    @Override
    public long start(String job, Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        return BatchRuntime.getJobOperator().start(job, properties);
    }
}
