package org.kcibridge.batch.launch;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.kcibridge.batch.Execution;
import org.kcibridge.batch.Tally;
import org.kcibridge.batch.watch.Life;

/**
 * The records of the batch engine, of all nodes. Read from its tables, because its interface lists one job's executions at a
 * time and reads all of them for that.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExecutionRecords {

    private static final String EXECUTIONS =
            """
            select e.jobexecutionid, e.jobinstanceid, i.jobname, e.batchstatus, e.exitstatus, e.createtime, e.starttime,
                   e.endtime
            from jberet.job_execution e join jberet.job_instance i using (jobinstanceid)""";

    @Resource(lookup = "java:jboss/datasources/BatchDS")
    DataSource database;

    @Inject
    Tally tally;

    /** Executions of a job that are under way; what a node left that died is not. */
    public List<Long> running(String job) {
        return query(
                """
                select e.jobexecutionid from jberet.job_execution e join jberet.job_instance i using (jobinstanceid)
                where i.jobname = ? and (e.batchstatus = 'STARTING' or e.batchstatus = 'STARTED'
                    and (e.createtime > clock_timestamp() - interval '5 seconds' or
                    """
                        + Life.LASTS + "))",
                row -> row.getLong(1),
                job);
    }

    /** The execution that came of this one when it was restarted, and of that one, up to the newest. */
    public Optional<Long> successor(long id) {
        return query(
                        """
                        select max(later.jobexecutionid) from jberet.job_execution e
                        join jberet.job_execution later using (jobinstanceid)
                        where e.jobexecutionid = ? and later.jobexecutionid > e.jobexecutionid
                        having count(*) > 0""",
                        row -> row.getLong(1),
                        id)
                .stream()
                .findFirst();
    }

    public Map<String, String> parameters(long execution) {
        var given = BatchRuntime.getJobOperator().getParameters(execution);
        Map<String, String> parameters = new TreeMap<>();
        if (given != null) {
            given.stringPropertyNames().forEach(name -> parameters.put(name, given.getProperty(name)));
        }
        return parameters;
    }

    public Optional<Execution> find(long id) {
        List<Execution.Step> steps = query(
                """
                select stepname, batchstatus, executionexception from jberet.step_execution
                where jobexecutionid = ? order by stepexecutionid""",
                ExecutionRecords::step,
                id);
        return query(EXECUTIONS + " where e.jobexecutionid = ?", row -> execution(row, () -> parameters(id), steps), id)
                .stream()
                .findFirst();
    }

    public List<Execution> newest(Optional<String> job, int offset, int limit) {
        return query(
                EXECUTIONS + " where (? = '' or i.jobname = ?) order by e.jobexecutionid desc offset ? limit ?",
                row -> execution(row, Map::of, List.of()),
                job.orElse(""),
                job.orElse(""),
                offset,
                limit);
    }

    public long count(Optional<String> job) {
        return query(
                        """
                        select count(*) from jberet.job_execution e join jberet.job_instance i using (jobinstanceid)
                        where ? = '' or i.jobname = ?""",
                        row -> row.getLong(1),
                        job.orElse(""),
                        job.orElse(""))
                .get(0);
    }

    private Execution execution(ResultSet row, Supplier<Map<String, String>> parameters, List<Execution.Step> steps)
            throws SQLException {
        return new Execution(
                row.getLong("jobexecutionid"),
                row.getString("jobname"),
                row.getString("batchstatus"),
                Optional.ofNullable(row.getString("exitstatus")),
                parameters.get(),
                time(row, "createtime").orElseThrow(),
                time(row, "starttime"),
                time(row, "endtime"),
                tally.of(row.getLong("jobinstanceid")),
                steps);
    }

    /** The engine keeps the whole stack; its first line says what people want to know. */
    private static Execution.Step step(ResultSet row) throws SQLException {
        return new Execution.Step(
                row.getString("stepname"),
                row.getString("batchstatus"),
                Optional.ofNullable(row.getString("executionexception"))
                        .map(trouble -> trouble.lines().findFirst().orElse("")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
            return found;
        } catch (SQLException away) {
            throw new IllegalStateException("the records of batch jobs cannot be read", away);
        }
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
