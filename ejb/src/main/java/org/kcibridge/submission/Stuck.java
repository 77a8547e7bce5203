package org.kcibridge.submission;

import java.time.Instant;

/**
 * Which of the stuck submissions somebody means.
 *
 * @param kind what they report: {@code builds}, {@code tests} or {@code all}
 * @param since only those queued since
 * @param origin whose; {@code all} for everybody's
 * @param part which part of them, from 0
 * @param parts into how many parts they are divided
 */
public record Stuck(String kind, Instant since, String origin, int part, int parts) {

    public Stuck {
        if (part < 0 || part >= parts) {
            throw new IllegalArgumentException("there is no part %d of %d".formatted(part, parts));
        }
    }
}
