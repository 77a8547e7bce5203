package org.kcibridge.batch.prune;

import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.kcibridge.batch.Tally;
import org.kcibridge.batch.watch.Moment;

/** Forgets records of batch jobs all of whose executions ended long ago, with what they had counted. */
@Dependent
@Named
public class ForgetExecutions extends AbstractBatchlet {

    private static final String OLD =
            """
            select i.jobinstanceid from jberet.job_instance i
            where exists (select from jberet.job_execution e where e.jobinstanceid = i.jobinstanceid)
              and not exists (select from jberet.job_execution e where e.jobinstanceid = i.jobinstanceid
                              and (e.endtime is null or e.endtime >= ?
                                   or e.batchstatus in ('STARTING', 'STARTED', 'STOPPING')))""";

    /** Executions and steps go with their instance. */
    private static final String DELETE =
            """
            with gone as (delete from jberet.job_instance where jobinstanceid in (%s) returning jobinstanceid),
                 counts as (delete from %s where instance in (select jobinstanceid from gone))
            select count(*) from gone""";

    @Resource(lookup = "java:jboss/datasources/BatchDS")
    DataSource database;

    @Inject
    Tally tally;

    @Inject
    Moment moment;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String olderThan;

    @Inject
    @BatchProperty
    boolean dryRun;

    @Override
    public String process() throws SQLException {
        String sql = dryRun ? "select count(*) from (" + OLD + ") old" : DELETE.formatted(OLD, "public.batch_tally");
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, moment.of(olderThan).atOffset(ZoneOffset.UTC));
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                tally.note(
                        job.getInstanceId(),
                        dryRun ? "records of batch jobs would be forgotten" : "records of batch jobs forgotten",
                        count.getLong(1));
            }
        }
        return dryRun ? "counted" : "done";
    }
}
