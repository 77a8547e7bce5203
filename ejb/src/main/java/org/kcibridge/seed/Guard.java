package org.kcibridge.seed;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kcibridge.report.Kind;

/**
 * Keeps made-up rows out of databases that are not there for them, and real ones from being cleared away with them. Whatever
 * is not known to be harmless is refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Guard {

    /** What nobody but a bridge at work writes. */
    private static final List<String> TRACES =
            List.of("job", "callback", "submission", "delivery", "artefact", "upload");

    @Inject
    SeedSettings settings;

    @PersistenceContext
    EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/BridgeDS")
    DataSource database;

    /** @throws SeedRefused when this is no place for made-up rows */
    public void checkPlace() {
        settings.refusal(url()).ifPresent(reason -> {
            throw new SeedRefused(reason);
        });
    }

    /**
     * @param clear whether seeded rows go
     * @param confirm whether somebody said that they may
     * @throws SeedRefused when rows are in the way
     */
    public void checkRows(boolean clear, boolean confirm) {
        Map<String, Long> foreign = foreign();
        if (!foreign.isEmpty()) {
            throw new SeedRefused("the database holds rows that no seeding wrote: " + words(foreign));
        }
        Map<String, Long> seeded = seeded();
        if (!seeded.isEmpty() && !clear) {
            throw new SeedRefused(
                    "the database is seeded already, with %s: clear=true replaces it".formatted(words(seeded)));
        }
        if (!seeded.isEmpty() && !confirm) {
            throw new SeedRefused("clear=true deletes %s: confirm=true says that it may".formatted(words(seeded)));
        }
    }

    private String url() {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException away) {
            throw new IllegalStateException("the database does not say its address", away);
        }
    }

    private Map<String, Long> foreign() {
        List<String> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            counts.add(
                    count(kind.key())
                            + " where cast(cast(xmin as text) as bigint) not in (select mod(transaction, 4294967296) from seed.written)");
        }
        TRACES.forEach(table -> counts.add(count(table)));
        return found(counts);
    }

    private Map<String, Long> seeded() {
        List<String> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            counts.add(count(kind.key()));
        }
        return found(counts);
    }

    private static String count(String table) {
        return "select '%1$s', count(*) from %1$s".formatted(table);
    }

    private Map<String, Long> found(List<String> counts) {
        Map<String, Long> found = new LinkedHashMap<>();
        for (Object row :
                entities.createNativeQuery(String.join(" union all ", counts)).getResultList()) {
            Object[] columns = (Object[]) row;
            if ((Long) columns[1] > 0) {
                found.put((String) columns[0], (Long) columns[1]);
            }
        }
        return found;
    }

    private static String words(Map<String, Long> rows) {
        return rows.entrySet().stream()
                .map(table -> table.getValue() + " " + table.getKey())
                .collect(Collectors.joining(", "));
    }
}
