package org.kcibridge.batch.launch;

import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.kcibridge.batch.BatchJob;
import org.kcibridge.batch.Execution;
import org.kcibridge.batch.ImpossibleNow;
import org.kcibridge.batch.JobLauncher;

/** Starts jobs where they can be seen: here. The repository refuses to work inside a transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobLauncherBean implements JobLauncher {

    private static final Lock STARTS = new ReentrantLock();

    private static final Set<String> RESTARTABLE = Set.of("FAILED", "STOPPED");

    @Resource(lookup = "java:jboss/datasources/BatchDS")
    DataSource database;

    @Inject
    ExecutionRecords records;

    @Override
    public long start(BatchJob job, Map<String, String> parameters) {
        Map<String, String> faults = job.faults(parameters);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
        return alone(job, () -> records.running(job.key()).stream()
                .filter(id -> records.parameters(id).equals(parameters))
                .findFirst()
                .orElseGet(() -> begin(job, parameters)));
    }

    /**
     * Starts go one after the other, on all nodes: who comes second finds the execution of the first. Those of one node wait
     * here, as each of them would wait there on a connection that the job itself may need.
     */
    private long alone(BatchJob job, LongSupplier start) {
        STARTS.lock();
        try (Connection connection = database.getConnection()) {
            lock(connection, "select pg_advisory_lock(hashtext(?))", job);
            try {
                return start.getAsLong();
            } finally {
                lock(connection, "select pg_advisory_unlock(hashtext(?))", job);
            }
        } catch (SQLException away) {
            throw new IllegalStateException("the database of batch jobs is away", away);
        } finally {
            STARTS.unlock();
        }
    }

    private static void lock(Connection connection, String sql, BatchJob job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "start of " + job.key());
            statement.execute();
        }
    }

    private static long begin(BatchJob job, Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        return operator().start(job.key(), properties);
    }

    @Override
    public void stop(long id) {
        try {
            operator().stop(id);
        } catch (BatchRuntimeException impossible) {
            throw new ImpossibleNow("execution %d does not run on this node".formatted(id));
        }
    }

    @Override
    public long restart(long id) {
        Execution execution = find(id).orElseThrow(() -> new ImpossibleNow("there is no execution %d".formatted(id)));
        BatchJob job = BatchJob.of(execution.job())
                .orElseThrow(() -> new ImpossibleNow("there is no batch job %s any more".formatted(execution.job())));
        return alone(job, () -> goOn(id));
    }

    /** JBeret itself would let a node restart what lives on another one. */
    private long goOn(long id) {
        String state = find(id).map(Execution::state).orElse("gone");
        if (!RESTARTABLE.contains(state)) {
            throw new ImpossibleNow(
                    "execution %d is %s; only one that is FAILED or STOPPED can be restarted".formatted(id, state));
        }
        records.successor(id).ifPresent(later -> {
            throw new ImpossibleNow("execution %d was restarted already, as %d".formatted(id, later));
        });
        try {
            return operator().restart(id, new Properties());
        } catch (BatchRuntimeException impossible) {
            throw new ImpossibleNow("execution %d cannot be restarted: %s".formatted(id, impossible.getMessage()));
        }
    }

    @Override
    public Optional<Execution> find(long id) {
        return records.find(id);
    }

    @Override
    public List<Execution> newest(Optional<String> job, int offset, int limit) {
        return records.newest(job, offset, limit);
    }

    @Override
    public long count(Optional<String> job) {
        return records.count(job);
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
