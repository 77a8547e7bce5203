package org.kcibridge.download;

/**
 * Fetches files that a runner names. The names come from outside, so an address is followed only if it is of the allowed
 * hosts and leads to a public machine; else no request leaves. None of our tokens travels along.
 *
 * <p>To be called outside of transactions, and by whoever has the time that the limits allow.
 */
public interface Downloads {

    /**
     * Fetches one file. Whoever asked closes the answer, which deletes the file:
     *
     * <pre>{@code
     * try (Download log = downloads.fetch(address, limits)) {
     *     if (log instanceof DownloadedFile file) { … file.open() … } else { … log.reason() … }
     * }
     * }</pre>
     *
     * @param address as it was named; anything may stand in it
     * @param limits what is the most the file may cost
     * @return the file, or why there is none; never an exception for what the other side does
     */
    Download fetch(String address, DownloadLimits limits);
}
