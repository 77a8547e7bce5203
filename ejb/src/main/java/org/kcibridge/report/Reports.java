package org.kcibridge.report;

import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report tables. Objects go in and come out as KCIDB's JSON, under KCIDB's names. */
@Stateless
public class Reports {

    /** So many objects go into one statement. */
    private static final int PORTION = 500;

    @PersistenceContext
    EntityManager entities;

    /** Stores all objects of the report. An id that is known keeps what it has; of two that share one, the first counts. */
    public void store(Report report) {
        for (ReportTable table : ReportTable.values()) {
            // In one order for all, or two reports that share objects would wait for each other.
            Map<String, JsonObject> objects = new TreeMap<>();
            report.objects(table.kind()).forEach(object -> objects.putIfAbsent(object.getString("id"), object));
            List<JsonObject> all = List.copyOf(objects.values());
            for (int from = 0; from < all.size(); from += PORTION) {
                store(table, all.subList(from, Math.min(all.size(), from + PORTION)));
            }
        }
    }

    private void store(ReportTable table, List<JsonObject> objects) {
        String array = objects.stream().map(JsonObject::toString).collect(Collectors.joining(",", "[", "]"));
        entities.createNativeQuery(table.store()).setParameter("objects", array).executeUpdate();
    }

    /**
     * Stores objects of a kind in the order of their ids; an id that is known keeps what it has.
     *
     * @param objects as JSON text by their ids
     * @return how many were new
     */
    public long store(Kind kind, SortedMap<String, String> objects) {
        long fresh = 0;
        for (Iterator<String> all = objects.values().iterator(); all.hasNext(); ) {
            StringJoiner portion = new StringJoiner(",", "[", "]");
            for (int size = 0; size < PORTION && all.hasNext(); size++) {
                portion.add(all.next());
            }
            fresh += (Long) entities.createNativeQuery(ReportTable.of(kind).storeCounting(), Long.class)
                    .setParameter("objects", portion.toString())
                    .getSingleResult();
        }
        return fresh;
    }

    /**
     * Objects of a kind as JSON text, newest first.
     *
     * @param offset how many to leave out, 0 for none
     * @param limit at most so many
     */
    @SuppressWarnings("unchecked")
    public List<String> newest(Kind kind, int offset, int limit) {
        return entities.createNativeQuery(ReportTable.of(kind).newest(), String.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public long count(Kind kind) {
        return (Long) entities.createNativeQuery(ReportTable.of(kind).count(), Long.class)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    public Optional<String> find(Kind kind, String id) {
        return entities.createNativeQuery(ReportTable.of(kind).byId(), String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }
}
