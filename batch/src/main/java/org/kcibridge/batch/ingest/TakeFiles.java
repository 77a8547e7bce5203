package org.kcibridge.batch.ingest;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kcibridge.ingest.FolderImport;

/** Takes what files hold. */
@Dependent
@Named
public class TakeFiles extends AbstractItemWriter {

    @Inject
    FolderImport imports;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String folder;

    @Override
    public void writeItems(List<Object> names) {
        imports.take(
                job.getInstanceId(),
                imports.folder(folder),
                names.stream().map(String.class::cast).toList());
    }
}
