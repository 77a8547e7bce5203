package org.kcibridge.event;

import java.time.Instant;

/**
 * An object has come to be, or has come to another state. It says which; who wants to know more reads the object.
 *
 * @param id grows, also from node to node; who has seen it has missed nothing before it
 * @param channel a {@link Channel}'s key; maybe one that only a newer node knows
 * @param object the object's id
 * @param state its state or status, {@code null} where it has none
 * @param at when
 */
public record Event(long id, String channel, String object, String state, Instant at) {}
