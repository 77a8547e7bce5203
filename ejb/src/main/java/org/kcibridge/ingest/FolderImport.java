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
        for (String name : names) {
            if (folder.holds(name)) {
                try {
                    submissions.put(name, SubmissionReader.read(folder.read(name)));
                } catch (Unusable unusable) {
                    refuse(instance, folder, name, unusable.getMessage());
                }
            }
        }
        if (submissions.isEmpty()) {
            return;
        }
        Optional<String> fault = store(instance, submissions);
        if (fault.isEmpty()) {
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
