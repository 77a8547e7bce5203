package org.kcibridge.ingest;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kcibridge.batch.Tally;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Reports;

/** Puts submissions into the report: what is there stays, what is missing is filled in, as KCIDB does it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Ingest {

    private static final String NEW = " new";
    private static final String KNOWN = " known";

    @Inject
    Reports reports;

    @Inject
    Tally tally;

    /**
     * Stores submissions together, for it is quicker.
     *
     * @param submissions their objects, by the names of the files; of two objects with one id the first counts
     * @return how many objects of which kind are new, and known
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Map<String, Long> store(SortedMap<String, Map<Kind, SortedMap<String, String>>> submissions) {
        Map<String, Long> counts = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            SortedMap<String, String> objects = merged(submissions.values(), kind);
            long fresh = reports.store(kind, objects);
            counts.put(kind.key() + NEW, fresh);
            counts.put(kind.key() + KNOWN, objects.size() - fresh);
        }
        return counts;
    }

    /** How many are new, of all kinds. */
    static long fresh(Map<String, Long> counts) {
        return sum(counts, NEW);
    }

    /** How many are known, of all kinds. */
    static long known(Map<String, Long> counts) {
        return sum(counts, KNOWN);
    }

    private static long sum(Map<String, Long> counts, String end) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().endsWith(end))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Stores submissions together and counts that.
     *
     * @param instance the batch job it is counted for
     */
    public void storeCounted(long instance, SortedMap<String, Map<Kind, SortedMap<String, String>>> submissions) {
        Map<String, Long> counts = store(submissions);
        counts.put("files imported", (long) submissions.size());
        // At the end and in one order: whoever counts the same waits until this is committed.
        counts.forEach((what, amount) -> tally.add(instance, what, amount));
    }

    /** Counts a submission that was not taken. */
    public void refuse(long instance) {
        tally.add(instance, "files failed", 1);
    }

    private static SortedMap<String, String> merged(
            Collection<Map<Kind, SortedMap<String, String>>> submissions, Kind kind) {
        SortedMap<String, String> all = new TreeMap<>();
        submissions.forEach(submission -> submission.get(kind).forEach(all::putIfAbsent));
        return all;
    }
}
