package org.kcibridge.rest.results;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.kcibridge.lab.LabRun;

/** What has to be known of a run besides its results, for documents that cannot say it. */
public class LabRunParameters {

    static final String UID = "[!-~]{1,200}";
    static final String UID_RULE = "must be 1 to 200 visible ASCII characters";
    static final String BUILD = "[a-z0-9_]+:[^\\p{Cntrl}\\p{Cs}]*";
    static final String BUILD_RULE = "must be an origin, a colon and the origin's own id";
    static final String LINE = "[^\\p{Cntrl}\\p{Cs}]*";
    static final String LINE_RULE = "must be one line";

    @QueryParam("test_uid")
    @NotNull @Pattern(regexp = UID, message = UID_RULE) private String testUid;

    @QueryParam("build_id")
    @NotNull @Size(max = 500) @Pattern(regexp = BUILD, message = BUILD_RULE) private String buildId;

    @QueryParam("device")
    @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = LINE_RULE) private String device;

    @QueryParam("runtime")
    @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = LINE_RULE) private String runtime;

    @QueryParam("test_collection")
    @Size(max = 250) @Pattern(regexp = LINE, message = LINE_RULE) private String testCollection;

    LabRun run() {
        return new LabRun(testUid, buildId, device.strip(), runtime.strip());
    }

    /** The suite, where the document does not say it or says it otherwise. */
    Optional<String> suite() {
        return Optional.ofNullable(testCollection).map(String::strip).filter(text -> !text.isEmpty());
    }
}
