package org.kcibridge.rest;

import java.util.UUID;

/**
 * Reads ids from paths. A malformed one is the client's mistake (400), not an unknown thing (404), which is what
 * Jakarta REST would make of it if the resource took a {@link UUID} itself.
 */
public final class Identifiers {

    private Identifiers() {}

    /**
     * Reads a UUID from a parameter.
     *
     * @param name the parameter's name, for the error
     * @throws ProblemException 400 if it is none
     */
    public static UUID uuid(String name, String text) {
        try {
            UUID id = UUID.fromString(text);
            // UUID itself also takes 1-1-1-1-1.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Said below, for both.
        }
        throw ProblemException.badParameter(name, "not a UUID");
    }

    /**
     * Reads a number from a parameter.
     *
     * @throws ProblemException 400 if it is none
     */
    public static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ProblemException.badParameter(name, "not a number");
        }
    }
}
