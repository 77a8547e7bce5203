package org.kcibridge.rest.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.lab.LabCase;
import org.kcibridge.lab.LabRun;

/**
 * The results of a run, as the service we replace took them.
 *
 * @param testUid the lab's own id of the run; the same run has the same id whenever it is handed in
 * @param buildId KCIDB's id of the build that was tested, ours or anybody's
 * @param device what it ran on, as KCIDB's platform
 * @param runtime the lab
 * @param tests what came of it
 */
public record SubmitTests(
        @JsonProperty("test_uid")
                @NotBlank @Pattern(regexp = LabRunParameters.UID, message = LabRunParameters.UID_RULE) @Schema(examples = "4711")
                String testUid,
        @JsonProperty("build_id")
                @NotNull @Size(max = 500) @Pattern(regexp = LabRunParameters.BUILD, message = LabRunParameters.BUILD_RULE) @Schema(examples = "maestro:67a1b2c3d4e5f60718293a4b")
                String buildId,
        @NotBlank @Size(max = 100) @Pattern(regexp = LabRunParameters.LINE, message = LabRunParameters.LINE_RULE) @Schema(examples = "starfive-visionfive-2")
                String device,
        @NotBlank @Size(max = 100) @Pattern(regexp = LabRunParameters.LINE, message = LabRunParameters.LINE_RULE) @Schema(examples = "lab-riscv")
                String runtime,
        @NotEmpty @Size(max = SubmitTests.MOST) List<@NotNull @Valid SubmitTest> tests) {

    static final int MOST = 20_000;

    LabRun run() {
        return new LabRun(testUid, buildId, device.strip(), runtime.strip());
    }

    List<LabCase> cases() {
        return tests.stream().map(SubmitTest::toCase).toList();
    }
}
