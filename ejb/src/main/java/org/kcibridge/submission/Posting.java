package org.kcibridge.submission;

import java.util.UUID;

/**
 * A batch that is about to be posted.
 *
 * @param delivery the number of the delivery that keeps what comes of it
 * @param lease under which we hold its submissions
 * @param batch what is posted
 */
public record Posting(long delivery, UUID lease, Batch batch) {

    /** How many submissions go along. */
    public int submissions() {
        return batch.ids().size();
    }
}
