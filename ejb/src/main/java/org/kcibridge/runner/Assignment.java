package org.kcibridge.runner;

import java.time.Instant;
import java.util.Optional;

/**
 * What we know of a piece of work when the news of it arrive.
 *
 * @param order what was ordered
 * @param uid the runner's id of it, if it ever told
 * @param origin under which name it is reported
 * @param requestedAt when a client asked for it
 */
public record Assignment(Order order, Optional<String> uid, String origin, Instant requestedAt) {}
