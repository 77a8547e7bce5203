package org.kcibridge.batch.fastapi;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.kcibridge.batch.watch.IdReader;
import org.kcibridge.fastapi.OldBook;
import org.kcibridge.fastapi.OldSchema;
import org.kcibridge.fastapi.OldWork;

/** The keys of one kind of old work. */
@Dependent
@Named
public class OldKeys extends IdReader<String> {

    private static final int PAGE = 500;

    @Inject
    OldBook book;

    @Inject
    @BatchProperty
    String schema;

    @Inject
    @BatchProperty
    String work;

    private OldSchema old;

    @Override
    protected void begin() {
        old = new OldSchema(schema);
    }

    @Override
    protected List<String> page(String after) {
        return book.keys(old, OldWork.valueOf(work), Optional.ofNullable(after), PAGE);
    }
}
