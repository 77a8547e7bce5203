package org.kcibridge.rest.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.lab.LabCase;

/**
 * One result of a run.
 *
 * @param testName the case; equal to the collection if the result is about all of it
 * @param testCollection the suite, best by the name it has in KCIDB's catalogue
 * @param result how it ended
 * @param logs what it wrote; it is kept, and anybody can read it
 */
public record SubmitTest(
        @JsonProperty("test_name")
                @NotBlank @Size(max = 250) @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]*", message = "must be one line") @Schema(examples = "access01")
                String testName,
        @JsonProperty("test_collection")
                @NotBlank @Size(max = 250) @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]*", message = "must be one line") @Schema(examples = "ltp")
                String testCollection,
        @NotNull @Pattern(
                        regexp = "(?i)(" + LabCase.WORDS + ")",
                        message = "must be one of pass, fail, skip, error, miss, done, unknown")
                @Schema(examples = "pass")
                String result,
        String logs) {

    LabCase toCase() {
        return new LabCase(testCollection.strip(), testName.strip(), result, Optional.ofNullable(logs));
    }
}
