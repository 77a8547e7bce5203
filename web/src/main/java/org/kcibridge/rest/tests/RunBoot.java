package org.kcibridge.rest.tests;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.rest.WebAddress;
import org.kcibridge.scheduling.TestRequest;

/**
 * A boot as clients ask for it.
 *
 * @param runner who tests, {@code tuxsuite} when missing
 * @param buildId KCIDB's id of the build, of any origin
 * @param kernelImageUrl where the kernel's image is
 * @param modulesUrl where its modules are; missing or empty when it has none
 * @param device what to boot it on, {@code qemu-riscv64} when missing
 * @param architecture target architecture, {@code riscv} when missing
 */
public record RunBoot(
        @Schema(defaultValue = "tuxsuite") String runner,
        @JsonProperty("build_id")
                @NotBlank @Size(max = 500) @Pattern(regexp = TestWords.BUILD, message = TestWords.BUILD_RULE) String buildId,
        @JsonProperty("kernel_image_url") @NotBlank @WebAddress String kernelImageUrl,
        @JsonProperty("modules_url") @WebAddress String modulesUrl,
        @Schema(defaultValue = "qemu-riscv64") @Pattern(regexp = TestWords.DEVICE, message = TestWords.DEVICE_RULE) String device,
        @Schema(defaultValue = "riscv") @Pattern(regexp = TestWords.ARCHITECTURE, message = TestWords.ARCHITECTURE_RULE) String architecture) {

    /** What is missing gets its default; an empty text is a missing one. */
    public RunBoot {
        runner = TestWords.runner(runner);
        device = TestWords.device(device);
        architecture = TestWords.architecture(architecture);
    }

    TestRequest request() {
        return new TestRequest(
                runner,
                buildId,
                architecture,
                device,
                URI.create(kernelImageUrl),
                TestWords.address(modulesUrl),
                List.of(TestRequest.BOOT),
                "");
    }
}
