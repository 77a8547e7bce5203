package org.kcibridge.batch.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Has the database tell when the execution of a batch job begins, ends or is stopped, by whomever: the table belongs to
 * JBeret, so no migration of ours can put the triggers on it.
 */
@Singleton
@Startup
@DependsOn("ejb.jar#EventReader")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExecutionEvents {

    private static final String TRIGGERS =
            """
            create or replace trigger tell_new after insert on jberet.job_execution
                for each row execute function event.tell_state('batch');
            create or replace trigger tell_change after update on jberet.job_execution for each row
                when (old.batchstatus is distinct from new.batchstatus) execute function event.tell_state('batch')""";

    @Resource(lookup = "java:jboss/datasources/BatchDS")
    DataSource database;

    @PostConstruct
    void tell() {
        // Asked anything, JBeret makes its tables where they are missing.
        BatchRuntime.getJobOperator().getJobNames();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TRIGGERS);
        } catch (SQLException refused) {
            throw new IllegalStateException("nothing can be told of batch jobs", refused);
        }
    }
}
