package org.kcibridge.submission;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.kcibridge.batch.Tally;

/**
 * Sends submissions again on behalf of a batch job. In a transaction of its own, since that of the job belongs to another data
 * source: done twice, after a crash between the two, it does no more than once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Resubmission {

    @Inject
    Outbox outbox;

    @Inject
    Tally tally;

    /** @param instance the batch job it is counted for */
    public void driveAgain(long instance, Collection<UUID> submissions) {
        int driven = outbox.driveAgain(submissions);
        tally.add(instance, "submissions are sent again", driven);
        tally.add(instance, "submissions were sent meanwhile", submissions.size() - driven);
    }
}
