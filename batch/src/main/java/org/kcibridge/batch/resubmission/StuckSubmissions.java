package org.kcibridge.batch.resubmission;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.kcibridge.batch.watch.IdReader;
import org.kcibridge.batch.watch.Moment;
import org.kcibridge.submission.Outbox;
import org.kcibridge.submission.Stuck;

/** The ids of submissions that wait for a retry or are dead: one partition's part of them, in the order they were queued. */
@Dependent
@Named
public class StuckSubmissions extends IdReader<UUID> {

    private static final int PAGE = 500;

    @Inject
    Outbox outbox;

    @Inject
    Moment moment;

    @Inject
    @BatchProperty
    String kind;

    @Inject
    @BatchProperty
    String since;

    @Inject
    @BatchProperty
    String origin;

    @Inject
    @BatchProperty
    int part;

    @Inject
    @BatchProperty
    int parts;

    private Stuck which;

    @Override
    protected void begin() {
        which = new Stuck(kind, moment.of(since), origin, part, parts);
    }

    @Override
    protected List<UUID> page(UUID after) {
        return outbox.stuckAfter(after, which, PAGE);
    }
}
