package org.kcibridge.listing;

/**
 * A row of a list.
 *
 * @param key of the row
 * @param place where it stands
 * @param item the row as a JSON object; what is null is left out
 */
public record Row(String key, Place place, String item) {}
