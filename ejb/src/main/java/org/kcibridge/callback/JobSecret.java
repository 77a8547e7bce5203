package org.kcibridge.callback;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a runner brings back in the header it was given: the id of the job, a dot, the job's secret. */
public record JobSecret(UUID job, String secret) {

    private static final int UUID_LENGTH = 36;
    private static final Pattern ANYWHERE =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\.)[\\w-]{40,}");

    @Override
    public String toString() {
        return "secret of job " + job;
    }

    /** The same text with whatever secrets of jobs stand in it made unreadable. */
    static byte[] masked(byte[] text) {
        // One character for each byte, so that all others stay what they are.
        String readable = new String(text, StandardCharsets.ISO_8859_1);
        return ANYWHERE.matcher(readable).replaceAll("$1***").getBytes(StandardCharsets.ISO_8859_1);
    }

    static Optional<JobSecret> read(String header) {
        if (header == null || header.length() <= UUID_LENGTH + 1 || header.charAt(UUID_LENGTH) != '.') {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobSecret(
                    UUID.fromString(header.substring(0, UUID_LENGTH)), header.substring(UUID_LENGTH + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
