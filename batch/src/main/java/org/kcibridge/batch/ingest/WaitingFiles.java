package org.kcibridge.batch.ingest;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Iterator;
import org.kcibridge.ingest.FolderImport;

/** The names of a partition's files. It needs no checkpoint: what is done is not there any more. */
@Dependent
@Named
public class WaitingFiles extends AbstractItemReader {

    @Inject
    FolderImport imports;

    @Inject
    @BatchProperty
    String folder;

    @Inject
    @BatchProperty
    int part;

    @Inject
    @BatchProperty
    int parts;

    private Iterator<String> names;

    @Override
    public void open(Serializable checkpoint) {
        names = imports.folder(folder).names().stream()
                .filter(name -> Math.floorMod(name.hashCode(), parts) == part)
                .iterator();
    }

    @Override
    public String readItem() {
        return names.hasNext() ? names.next() : null;
    }
}
