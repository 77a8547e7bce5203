package org.kcibridge.batch.ingest;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kcibridge.ingest.FolderImport;
import org.kcibridge.ingest.Unusable;

/** Looks whether there is anything to import from; if not, the exit status says why. */
@Dependent
@Named
public class FindFolder extends AbstractBatchlet {

    @Inject
    FolderImport imports;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String folder;

    @Override
    public String process() {
        try {
            imports.folder(folder);
            return "found";
        } catch (Unusable missing) {
            job.setExitStatus(missing.getMessage());
            throw missing;
        }
    }
}
