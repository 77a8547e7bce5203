package org.kcibridge.results;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the tests of one run have in common.
 *
 * @param origin our name among KCIDB's submitters
 * @param uid what tells the run from all others under this origin
 * @param buildId KCIDB's id of the build that was tested, of whatever origin
 * @param startTime when the run began, for cases of which nobody knows it better; there must be one, as the dashboard does
 *     not show a test without
 * @param platform what it ran on
 * @param runtime the lab, as KCIDB shows it
 * @param logUrl where the log of the run is
 * @param inputFiles what went into it, as KCIDB resources
 * @param outputFiles what came out of it, as KCIDB resources
 * @param misc whatever else is worth knowing
 */
public record TestRun(
        String origin,
        String uid,
        String buildId,
        OffsetDateTime startTime,
        Platform platform,
        String runtime,
        Optional<String> logUrl,
        JsonArray inputFiles,
        JsonArray outputFiles,
        JsonObject misc) {

    private static final Pattern UID = Pattern.compile("[!-~]{1,200}");

    public TestRun {
        if (!UID.matcher(uid).matches()) {
            throw new IllegalArgumentException("the id of a run is made of 1 to 200 visible ASCII characters");
        }
    }
}
