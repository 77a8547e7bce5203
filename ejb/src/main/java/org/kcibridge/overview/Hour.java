package org.kcibridge.overview;

import java.time.Instant;

/**
 * What happened in an hour.
 *
 * @param begin of it
 * @param jobs that were asked for
 * @param builds that were reported
 * @param tests that were reported, boots among them
 * @param passed builds and tests of these that passed
 * @param failed builds and tests of these that failed
 * @param confirmed submissions that KCIDB has processed
 * @param backlog submissions that were still to be sent at its end
 */
public record Hour(
        Instant begin, long jobs, long builds, long tests, long passed, long failed, long confirmed, long backlog) {}
