package org.kcibridge.rest.tests;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.rest.WebAddress;
import org.kcibridge.scheduling.TestRequest;

/**
 * Tests of a build as clients ask for them. All but the last two fields are those of the service we replace.
 *
 * @param runner who tests, {@code tuxsuite} when missing
 * @param buildId KCIDB's id of the build, of any origin
 * @param kernelImageUrl where the kernel's image is
 * @param modulesUrl where its modules are; missing or empty when it has none
 * @param tests what to run: {@code ltp-smoke}, {@code kselftest-seccomp} …; every kernel is booted first, {@code boot} among
 *     them asks for no more than that
 * @param collection what the client calls the tests together
 * @param device what to boot it on, {@code qemu-riscv64} when missing
 * @param architecture target architecture, {@code riscv} when missing
 */
public record RunTest(
        @Schema(defaultValue = "tuxsuite") String runner,
        @JsonProperty("build_id")
                @NotBlank @Size(max = 500) @Pattern(regexp = TestWords.BUILD, message = TestWords.BUILD_RULE) String buildId,
        @JsonProperty("kernel_image_url") @NotBlank @WebAddress String kernelImageUrl,
        @JsonProperty("modules_url") @WebAddress String modulesUrl,
        @NotNull @Size(min = 1, max = 100) List<
                                @NotNull @Pattern(
                                        regexp = "[A-Za-z0-9][A-Za-z0-9._+-]{0,99}",
                                        message = "must be a test such as ltp-smoke")
                                String>
                        tests,
        @NotNull @Size(max = 200) @Pattern(regexp = "[^\\p{C}]*") String collection,
        @Schema(defaultValue = "qemu-riscv64") @Pattern(regexp = TestWords.DEVICE, message = TestWords.DEVICE_RULE) String device,
        @Schema(defaultValue = "riscv") @Pattern(regexp = TestWords.ARCHITECTURE, message = TestWords.ARCHITECTURE_RULE) String architecture) {

    /** What is missing gets its default; an empty text is a missing one. */
    public RunTest {
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
                tests,
                collection);
    }
}
