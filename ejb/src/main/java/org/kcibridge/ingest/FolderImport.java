package org.kcibridge.ingest;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kcibridge.report.Kind;

/**
 * Takes submissions out of a folder. A file is moved when what it holds is committed: whatever dies in between, it is taken
 * again, and that changes nothing.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FolderImport {

    /** As many bytes as are stored together: several threads have so much in memory, a few times over. */
    private static final long TOGETHER = 8L << 20;

    @Inject
    IngestSettings settings;

    @Inject
    Ingest ingest;

    /** @throws Unusable when there is no such folder */
    public ImportFolder folder(String name) {
        return ImportFolder.of(settings, name);
    }

    /**
     * Takes files, together if all are well, and else one by one.
     *
     * @param instance the batch job it is done and counted for
     */
    public void take(long instance, ImportFolder folder, List<String> names) {
        SortedMap<String, Map<Kind, SortedMap<String, String>>> submissions = new TreeMap<>();
        long bytes = 0;
        for (String name : names) {
            if (folder.holds(name)) {
                try {
                    byte[] document = folder.read(name);
                    submissions.put(name, SubmissionReader.read(document));
                    bytes += document.length;
                } catch (Unusable unusable) {
                    refuse(instance, folder, name, unusable.getMessage());
                }
            }
            if (bytes > TOGETHER) {
                take(instance, folder, submissions);
                submissions.clear();
                bytes = 0;
            }
        }
        take(instance, folder, submissions);
    }

    private void take(
            long instance, ImportFolder folder, SortedMap<String, Map<Kind, SortedMap<String, String>>> submissions) {
        if (submissions.isEmpty()) {
            return;
        }
        if (store(instance, submissions).isEmpty()) {
            submissions.keySet().forEach(folder::archive);
        } else {
            submissions.forEach((name, submission) -> store(instance, new TreeMap<>(Map.of(name, submission)))
                    .ifPresentOrElse(own -> refuse(instance, folder, name, own), () -> folder.archive(name)));
        }
    }

    private void refuse(long instance, ImportFolder folder, String name, String reason) {
        ingest.refuse(instance);
        folder.fail(name, reason);
    }

    /** @return why the database refuses them; trouble of its own goes to the caller */
    private Optional<String> store(long instance, SortedMap<String, Map<Kind, SortedMap<String, String>>> submissions) {
        try {
            ingest.storeCounted(instance, submissions);
            return Optional.empty();
        } catch (RuntimeException failed) {
            return Optional.of(Refusal.of(failed).orElseThrow(() -> failed));
        }
    }
}
