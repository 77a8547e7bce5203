package org.kcibridge.seed;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.kcibridge.batch.Tally;
import org.kcibridge.report.CopyRows;
import org.kcibridge.report.Kind;
import org.postgresql.PGConnection;

/**
 * The tables in which a seeding is prepared, portion by portion, by as many threads as there are. They have no indexes and
 * no triggers, and nobody reads them: so a seeding that fails leaves everything as it was.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Staging {

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    DataSource database;

    @Inject
    Tally tally;

    /** Begins anew: what another seeding has prepared and not brought to its end is gone. */
    public void begin(long instance, Plan plan) {
        try (Connection connection = database.getConnection()) {
            drop(connection);
            try (var statement = connection.createStatement()) {
                for (Kind kind : Kind.values()) {
                    statement.execute("create unlogged table seed.%1$s (like public.%1$s)".formatted(kind.key()));
                }
            }
            try (var run = connection.prepareStatement("insert into seed.run values (?, ?, ?, ?, ?, ?, ?)")) {
                run.setLong(1, instance);
                run.setString(2, plan.dataset());
                run.setInt(3, plan.checkouts());
                run.setInt(4, plan.issues());
                run.setInt(5, plan.scale());
                run.setLong(6, plan.seed());
                run.setObject(7, plan.now().atOffset(ZoneOffset.UTC));
                run.executeUpdate();
            }
        } catch (SQLException trouble) {
            throw new IllegalStateException("a seeding cannot be prepared", trouble);
        }
    }

    /**
     * What a seeding was told when it began.
     *
     * @throws SeedRefused when what it had prepared is gone
     */
    public Plan plan(long instance) {
        try (Connection connection = database.getConnection()) {
            return plan(connection, instance);
        } catch (SQLException trouble) {
            throw new IllegalStateException("a seeding cannot be read", trouble);
        }
    }

    /** Nobody can begin another one before the transaction is over. */
    private static Plan plan(Connection connection, long instance) throws SQLException {
        try (var query = connection.prepareStatement("select * from seed.run where instance = ? for share")) {
            query.setLong(1, instance);
            try (var run = query.executeQuery()) {
                if (!run.next()) {
                    throw new SeedRefused("what was prepared is gone, for another seeding has begun or PostgreSQL has"
                            + " crashed: start a new one");
                }
                return new Plan(
                        run.getString("dataset"),
                        run.getInt("checkouts"),
                        run.getInt("issues"),
                        run.getInt("scale"),
                        run.getLong("seed"),
                        run.getObject("now", OffsetDateTime.class).toInstant());
            }
        }
    }

    /**
     * Prepares a portion. Done twice it is done once.
     *
     * @param first index of the portion's first object
     * @param size how many objects it has, if there are so many
     */
    public void prepare(long instance, World world, Kind kind, long first, int size) {
        try (Connection connection = database.getConnection()) {
            plan(connection, instance);
            try (var portion =
                    connection.prepareStatement("insert into seed.prepared values (?, ?) on conflict do nothing")) {
                portion.setString(1, kind.key());
                portion.setLong(2, first);
                if (portion.executeUpdate() == 0) {
                    return;
                }
            }
            CopyRows rows = new CopyRows(kind);
            long end = Math.min(first + size, world.count(kind));
            for (long index = first; index < end; index++) {
                world.addTo(rows, kind, index);
            }
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy seed.%s (%s) from stdin".formatted(kind.key(), CopyRows.columns(kind)),
                            new StringReader(rows.text()));
            tally.add(instance, prepared(kind), end - first);
        } catch (SQLException | IOException trouble) {
            throw new IllegalStateException("%s cannot be prepared".formatted(kind.key()), trouble);
        }
    }

    /** What is counted while it goes on, and forgotten at the end. */
    static String prepared(Kind kind) {
        return kind.key() + " prepared";
    }

    /** Leaves nothing behind. */
    static void drop(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (Kind kind : Kind.values()) {
                statement.execute("drop table if exists seed." + kind.key());
            }
            statement.execute("delete from seed.run");
            statement.execute("delete from seed.prepared");
        }
    }
}
