package org.kcibridge.seed;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.kcibridge.aggregate.Aggregates;
import org.kcibridge.batch.Tally;
import org.kcibridge.report.CopyRows;
import org.kcibridge.report.Kind;

/**
 * Fills a test database with a made-up report. It is prepared aside, and comes in with what there was going out in one
 * transaction: whatever goes wrong on the way, everything is as it was.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class Seeding {

    /** A million tests take a minute or two; this only ends what hangs. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    DataSource database;

    @Resource
    UserTransaction transaction;

    @Inject
    Guard guard;

    @Inject
    Datasets datasets;

    @Inject
    Staging staging;

    @Inject
    Aggregates aggregates;

    @Inject
    Tally tally;

    /**
     * Begins a seeding.
     *
     * @param instance the batch job it is done and counted for
     * @param clear whether rows of an earlier seeding go
     * @param confirm whether somebody said that they may
     * @throws SeedRefused when the database is not one for tests, or rows are in the way
     * @throws MalformedDataset when the dataset has mistakes
     */
    public void begin(long instance, Plan plan, boolean clear, boolean confirm) {
        inTransaction(() -> {
            guard.checkPlace();
            guard.checkRows(clear, confirm);
        });
        datasets.read(plan.dataset());
        staging.begin(instance, plan);
    }

    /** What a seeding that has begun will bring. */
    public World world(long instance) {
        Plan plan = staging.plan(instance);
        return new World(datasets.read(plan.dataset()), plan);
    }

    /**
     * Brings what is prepared into the report, and takes out what is to be cleared.
     *
     * @throws SeedRefused when rows have come into the way meanwhile
     */
    public void finish(long instance, boolean clear, boolean confirm) {
        World world = world(instance);
        inTransaction(() -> {
            try (Connection connection = database.getConnection()) {
                execute(connection, "set local kcibridge.silent = on");
                execute(connection, "set local kcibridge.seeding = on");
                execute(
                        connection,
                        "lock table checkouts, builds, tests, issues, incidents in share row exclusive mode");
                guard.checkPlace();
                guard.checkRows(clear, confirm);
                for (Kind kind : Kind.values()) {
                    tally.add(instance, kind.key() + " cleared", execute(connection, "delete from " + kind.key()));
                }
                execute(connection, "delete from seed.written");
                execute(
                        connection,
                        """
                        insert into seed.written (transaction, dataset)
                        select cast(cast(pg_current_xact_id() as text) as bigint), dataset from seed.run""");
                for (Kind kind : Kind.values()) {
                    long created = execute(
                            connection,
                            "insert into %1$s (%2$s) select %2$s from seed.%1$s"
                                    .formatted(kind.key(), CopyRows.columns(kind)));
                    tally.add(instance, kind.key() + " created", created);
                    tally.add(instance, kind.key() + " skipped", world.skipped(kind));
                    tally.forget(instance, Staging.prepared(kind));
                    // Otherwise plans are made for what was there before, until autovacuum comes by.
                    execute(connection, "analyze " + kind.key());
                }
                aggregates.forgetEverything();
                Staging.drop(connection);
            } catch (SQLException trouble) {
                throw new IllegalStateException("nothing was seeded", trouble);
            }
        });
    }

    private static long execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }

    private void inTransaction(Runnable work) {
        try {
            transaction.setTransactionTimeout((int) PATIENCE.toSeconds());
            transaction.begin();
            try {
                work.run();
            } catch (RuntimeException failed) {
                transaction.rollback();
                throw failed;
            }
            transaction.commit();
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException trouble) {
            throw new IllegalStateException("a seeding has no transaction", trouble);
        }
    }
}
