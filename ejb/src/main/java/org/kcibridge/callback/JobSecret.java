package org.kcibridge.callback;

import java.util.Optional;
import java.util.UUID;

/** What a runner brings back in the header it was given: the id of the job, a dot, the job's secret. */
record JobSecret(UUID job, String secret) {

    private static final int UUID_LENGTH = 36;

    @Override
    public String toString() {
        return "secret of job " + job;
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
