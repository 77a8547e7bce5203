package org.kcibridge.runner;

import java.time.Duration;

/**
 * Evidence that is missing although it may be had later.
 *
 * @param reason why it is missing, in a line for people
 * @param patience for how long after the news it is worth waiting for
 */
public record Gap(String reason, Duration patience) {}
