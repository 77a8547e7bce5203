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

    @Inject
    Reports reports;

    @Inject
    Tally tally;

    /**
     * Stores submissions together, for it is quicker; each is counted once, however often that is tried.
     *
     * @param instance the batch job it is counted for
     * @param submissions their objects, by the names of the files; of two objects with one id the first counts
     */
    public void store(long instance, SortedMap<String, Map<Kind, SortedMap<String, String>>> submissions) {
        SortedMap<String, Long> counts = new TreeMap<>(Map.of("files imported", (long) submissions.size()));
        for (Kind kind : Kind.values()) {
            SortedMap<String, String> objects = merged(submissions.values(), kind);
            long fresh = reports.store(kind, objects);
            counts.put(kind.key() + " new", fresh);
            counts.put(kind.key() + " known", objects.size() - fresh);
        }
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
