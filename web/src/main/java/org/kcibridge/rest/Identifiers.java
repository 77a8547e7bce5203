package org.kcibridge.rest;

import java.util.UUID;

/**
 * Reads ids from paths. A malformed one is the client's mistake (400), not an unknown thing (404), which is what
 * Jakarta REST would make of it if the resource took a {@link UUID} itself.
 */
public final class Identifiers {

    private static final int UUID_LENGTH = 36;

    private Identifiers() {}

    /**
     * Reads a UUID from a parameter.
     *
     * @param name the parameter's name, for the error
     * @throws ProblemException 400 if it is none
     */
    public static UUID uuid(String name, String text) {
        try {
            // UUID alone would also take 1-1-1-1-1.
            if (text.length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below, for both.
        }
        throw ProblemException.badParameter(name, "not a UUID");
    }
}
