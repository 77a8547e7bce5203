package org.kcibridge.lab;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kcibridge.identity.Sha256;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.results.Platform;
import org.kcibridge.results.TestRun;

/**
 * A run of tests in a lab.
 *
 * @param testUid the lab's own id of it
 * @param buildId KCIDB's id of the build that was tested, of whatever origin
 * @param device what it ran on
 * @param runtime the lab
 */
public record LabRun(String testUid, String buildId, String device, String runtime) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final int LONGEST_BEFORE_HASH = 40;
    private static final int HASH_DIGITS = 16;

    /**
     * What tells the run from all others under our origin. Labs count their runs each for itself, so the lab is a part of it;
     * and no runner's id has a colon. It has no underscore, so that whatever is put behind one stays apart from it.
     */
    public String uid() {
        return plain(runtime) + ":" + plain(testUid);
    }

    /**
     * The run as the mapping wants it.
     *
     * @param origin our name among KCIDB's submitters
     * @param now when it was handed in, for labs that do not say when it began
     * @param logUrl where the log of all of it is
     * @param outputFiles what came out of it, as KCIDB resources
     */
    TestRun testRun(String origin, OffsetDateTime now, Optional<String> logUrl, JsonArray outputFiles) {
        return new TestRun(
                origin,
                uid(),
                buildId,
                now,
                Platform.named(device),
                runtime,
                logUrl,
                JsonValue.EMPTY_JSON_ARRAY,
                outputFiles,
                new KcidbObject().put("test_uid", testUid).build());
    }

    /** What has other signs in it is told apart by its hash, which follows a sign that nothing plain has. */
    private static String plain(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String readable = text.replaceAll("[^A-Za-z0-9.-]+", "-");
        String head = readable.substring(0, Math.min(readable.length(), LONGEST_BEFORE_HASH));
        return head + "~" + Sha256.hex(text).substring(0, HASH_DIGITS);
    }
}
