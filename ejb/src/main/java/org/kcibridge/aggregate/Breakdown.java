package org.kcibridge.aggregate;

/**
 * How many of something there are in one status.
 *
 * @param name what they have in common
 * @param status {@code NONE} when they have none
 */
public record Breakdown(String name, String status, long count) {}
