package org.kcibridge.ingest;

import tools.jackson.databind.JsonNode;

/**
 * The version of KCIDB's schema a submission says it is made after.
 *
 * @param major 4 or 5
 * @param minor up to 5 and 3
 */
record SubmissionVersion(int major, int minor) {

    private static final int OLD = 4;
    private static final int LAST_OLD = 5;
    private static final int CURRENT = 5;
    private static final int LAST_CURRENT = 3;

    SubmissionVersion {
        boolean known = major == OLD && minor >= 0 && minor <= LAST_OLD
                || major == CURRENT && minor >= 0 && minor <= LAST_CURRENT;
        if (!known) {
            throw new Unusable("/version: is %d.%d; 4.0 to 4.5 and 5.0 to 5.3 are known".formatted(major, minor));
        }
    }

    /** @throws Unusable when it says none, or none that is known */
    static SubmissionVersion of(JsonNode document) {
        JsonNode version = document.path("version");
        if (!version.path("major").isInt()
                || !version.path("minor").isMissingNode()
                        && !version.path("minor").isInt()) {
            throw new Unusable("/version: is not a version such as {\"major\": 5, \"minor\": 3}");
        }
        return new SubmissionVersion(
                version.path("major").intValue(), version.path("minor").asInt(0));
    }

    boolean isOld() {
        return major == OLD;
    }
}
