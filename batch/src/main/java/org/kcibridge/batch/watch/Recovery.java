package org.kcibridge.batch.watch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.OneLine;

/**
 * Says of executions whose node died that they failed: JBeret would have them run for ever, and let nobody restart them. All
 * nodes look, at their start and every few seconds, and believe what they see twice: an execution that lives somewhere and
 * has lost its connection is given time for another.
 */
@Singleton
@Startup
@DependsOn("ExecutionEvents")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Recovery {

    /** Between its record and its first breath an execution has a moment; one that waits for a thread has longer. */
    private static final String SEEMS_DEAD =
            """
            select e.jobexecutionid from jberet.job_execution e
            where (e.batchstatus in ('STARTED', 'STOPPING') and e.createtime < clock_timestamp() - interval '5 seconds'
                   or e.batchstatus = 'STARTING' and e.createtime < clock_timestamp() - interval '10 minutes')
              and not
            """
                    + Life.LASTS;

    private static final List<String> FAILED = List.of(
            """
            update jberet.partition_execution set batchstatus = 'FAILED' from jberet.step_execution s
            where s.stepexecutionid = partition_execution.stepexecutionid and s.jobexecutionid = ?
              and partition_execution.batchstatus in ('STARTING', 'STARTED', 'STOPPING')""",
            """
            update jberet.step_execution set batchstatus = 'FAILED', exitstatus = 'FAILED', endtime = clock_timestamp()
            where jobexecutionid = ? and batchstatus in ('STARTING', 'STARTED', 'STOPPING')""",
            """
            update jberet.job_execution set batchstatus = 'FAILED', endtime = clock_timestamp(),
                lastupdatedtime = clock_timestamp(), exitstatus = 'its node died; restart it to go on'
            where jobexecutionid = ? and batchstatus in ('STARTING', 'STARTED', 'STOPPING')""");

    @Resource(lookup = "java:jboss/datasources/BatchDS")
    DataSource database;

    @Inject
    Lives lives;

    /** Those that seemed dead when it last looked. */
    private Set<Long> suspects = Set.of();

    @PostConstruct
    void start() {
        look();
    }

    /** More often than anybody looks, so that a cut connection is not taken for a death. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void lookAfterOurs() {
        lives.lookAfter();
    }

    /** Also while a node that died is not started again. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        try (Connection connection = database.getConnection()) {
            Set<Long> seemDead = seemDead(connection);
            for (long execution : seemDead) {
                if (suspects.contains(execution) && fail(connection, execution)) {
                    BridgeLog.LOG.executionDied(execution);
                }
            }
            suspects = seemDead;
        } catch (SQLException away) {
            suspects = Set.of();
            BridgeLog.LOG.executionsUnknown(OneLine.of(away.toString()));
        }
    }

    private static Set<Long> seemDead(Connection connection) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEEMS_DEAD)) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    /** @return whether nobody else has said so before */
    private static boolean fail(Connection connection, long execution) throws SQLException {
        int failed = 0;
        for (String sql : FAILED) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, execution);
                failed = statement.executeUpdate();
            }
        }
        return failed > 0;
    }
}
