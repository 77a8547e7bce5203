package org.kcibridge.download;

import java.time.Duration;

/**
 * What a download may cost at most.
 *
 * @param bytes the size of the file, unpacked where it travels compressed
 * @param time from the first connection to the last byte, redirects included; shorter than the lease of whoever waits
 */
public record DownloadLimits(long bytes, Duration time) {

    public DownloadLimits {
        if (bytes <= 0 || time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("a download needs room and time");
        }
    }
}
