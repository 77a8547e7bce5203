package org.kcibridge.it.isolation;

/**
 * @param key whether it is part of the primary key
 * @param generated whether the database computes it, so that it cannot be written
 */
public record Column(String name, String type, boolean nullable, boolean key, boolean generated) {}
