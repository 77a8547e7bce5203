package org.kcibridge.batch.fastapi;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kcibridge.fastapi.CannotMigrate;
import org.kcibridge.fastapi.OldBook;
import org.kcibridge.fastapi.OldSchema;

/** Looks whether all old tables are there before anything is written; if not, the exit status says what is missing. */
@Dependent
@Named
public class FindOldTables extends AbstractBatchlet {

    @Inject
    OldBook book;

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String schema;

    @Override
    public String process() {
        try {
            book.requireComplete(new OldSchema(schema));
            return "found";
        } catch (CannotMigrate missing) {
            job.setExitStatus(missing.getMessage());
            throw missing;
        }
    }
}
