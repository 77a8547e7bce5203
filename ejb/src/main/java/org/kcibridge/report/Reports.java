package org.kcibridge.report;

import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The report tables. Objects go in and come out as KCIDB's JSON, under KCIDB's names. */
@Stateless
public class Reports {

    @PersistenceContext
    EntityManager entities;

    /** Stores all objects of the report. An id that is known keeps what it has. */
    public void store(Report report) {
        for (ReportTable table : ReportTable.values()) {
            String sql = table.store();
            for (JsonObject object : report.objects(table.kind())) {
                entities.createNativeQuery(sql)
                        .setParameter("object", object.toString())
                        .executeUpdate();
            }
        }
    }

    /**
     * Objects of a kind as JSON text, newest first.
     *
     * @param offset how many to leave out, 0 for none
     * @param limit at most so many
     */
    @SuppressWarnings("unchecked")
    public List<String> newest(Kind kind, int offset, int limit) {
        return entities.createNativeQuery(table(kind).newest(), String.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count(Kind kind) {
        return (Long)
                entities.createNativeQuery(table(kind).count(), Long.class).getSingleResult();
    }

    @SuppressWarnings("unchecked")
    public Optional<String> find(Kind kind, String id) {
        return entities.createNativeQuery(table(kind).byId(), String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private static ReportTable table(Kind kind) {
        return Arrays.stream(ReportTable.values())
                .filter(table -> table.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table keeps " + kind.key()));
    }
}
