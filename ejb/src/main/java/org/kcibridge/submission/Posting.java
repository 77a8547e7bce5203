package org.kcibridge.submission;

/**
 * A batch that is about to be posted.
 *
 * @param delivery the number of the delivery that keeps what comes of it
 * @param batch what is posted
 */
public record Posting(long delivery, Batch batch) {

    /** How many submissions go along. */
    public int submissions() {
        return batch.ids().size();
    }
}
