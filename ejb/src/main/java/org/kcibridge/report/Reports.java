package org.kcibridge.report;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The report tables. Objects go in and come out as KCIDB's JSON, under KCIDB's names. */
@Stateless
public class Reports {

    @PersistenceContext
    EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    DataSource database;

    /** Stores all objects of the report. An id that is known keeps what it has; of two that share one, the first counts. */
    public void store(Report report) {
        for (ReportTable table : ReportTable.values()) {
            if (!report.objects(table.kind()).isEmpty()) {
                entities.createNativeQuery(table.store())
                        .setParameter("document", report.text())
                        .executeUpdate();
            }
        }
    }

    /**
     * Stores many objects of a kind; an id that is known keeps what it has. Those who watch are told nothing: they would be
     * flooded, and what else has happened would be forgotten over it.
     *
     * @param rows of {@link CopyRows#row}, by their ids
     * @return how many were new
     */
    public long store(Kind kind, SortedMap<String, String> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        ReportTable table = ReportTable.of(kind);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set local kcibridge.silent = on");
            statement.execute(table.createIncoming());
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table.copyIncoming(), new StringReader(String.join("", rows.values())));
            try (ResultSet stored = statement.executeQuery(table.storeIncoming())) {
                stored.next();
                return stored.getLong(1);
            }
        } catch (SQLException | IOException trouble) {
            throw new IllegalStateException(kind.key() + " cannot be stored", trouble);
        }
    }
}
