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
                @NotBlank @Size(max = 500) @Pattern(
                        regexp = "[a-z0-9_]{1,100}:[^\\x00\\p{Cs}]*",
                        message = "must be an origin, a colon and the origin's own id")
                String buildId,
        @JsonProperty("kernel_image_url") @NotBlank @WebAddress String kernelImageUrl,
        @JsonProperty("modules_url") @WebAddress String modulesUrl,
        @Schema(defaultValue = "qemu-riscv64")
                @Pattern(regexp = Defaults.DEVICE, message = "must be a device such as qemu-riscv64") String device,
        @Schema(defaultValue = "riscv")
                @Pattern(regexp = Defaults.ARCHITECTURE, message = "must be an architecture such as riscv") String architecture) {

    /** What is missing gets its default; an empty text is a missing one. */
    public RunBoot {
        runner = Defaults.runner(runner);
        device = Defaults.device(device);
        architecture = Defaults.architecture(architecture);
    }

    TestRequest request() {
        return new TestRequest(
                runner,
                buildId,
                architecture,
                device,
                URI.create(kernelImageUrl),
                Defaults.address(modulesUrl),
                List.of(TestRequest.BOOT),
                "");
    }
}
