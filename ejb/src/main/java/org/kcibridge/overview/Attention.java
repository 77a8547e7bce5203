package org.kcibridge.overview;

import org.kcibridge.mode.Switched;

/**
 * What waits for somebody.
 *
 * @param deadSubmissions that were given up on
 * @param retriedSubmissions that did not go through at once
 * @param quarantinedCallbacks that nobody could read
 * @param overdueJobs that their runner should have ended by now
 * @param unsentJobs that a runner has not taken at once
 * @param lostJobs of the last day that were never heard of again
 * @param failedUploads of the last day
 * @param mode what the bridge holds back until somebody switches it
 */
public record Attention(
        long deadSubmissions,
        long retriedSubmissions,
        long quarantinedCallbacks,
        long overdueJobs,
        long unsentJobs,
        long lostJobs,
        long failedUploads,
        Switched mode) {}
