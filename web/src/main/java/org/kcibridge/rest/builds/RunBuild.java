package org.kcibridge.rest.builds;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A build as clients ask for it. The first six fields are those of the service we replace; the others came with us and
 * have defaults that build what it would have built.
 *
 * @param runner who builds, {@code tuxsuite} when missing
 * @param toolchain compiler and version, {@code gcc-14} for example
 * @param tree git URL (git://, http:// or https://), or the name of a well-known tree such as {@code mainline}
 * @param branch branch or tag
 * @param kconfig a defconfig's name or the URL of a configuration; may be missing when there are fragments
 * @param fragments configuration on top: {@code CONFIG_X=y} or URLs
 * @param architecture target architecture, {@code riscv} when missing
 * @param gitSha full hash of the commit to build instead of the branch's tip
 * @param targets make targets
 * @param makeVariables variables for make
 */
public record RunBuild(
        @Schema(defaultValue = "tuxsuite") String runner,
        @NotBlank @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._+-]*", message = "must be a toolchain such as gcc-14") String toolchain,
        @NotBlank @Size(max = 2000) String tree,
        @NotBlank @Size(max = 250) @Pattern(
                        regexp = "(?![-/.])(?!.*\\.\\.)[^\\s\\p{C}~^:?*\\[\\\\]+",
                        message = "must be the name of a branch or tag")
                String branch,
        @Size(max = 2000) @Pattern(
                        regexp = "(https?://[^\\s\\p{C}@]+|[A-Za-z0-9][A-Za-z0-9._+/-]*)?",
                        message = "must be the name of a defconfig, or an http:// or https:// URL without credentials")
                String kconfig,
        @Size(max = 100) List<
                                @NotNull @Size(max = 2000) @Pattern(regexp = "(?=.*\\S)[^\\p{C}]+", message = "must be CONFIG_X=y or a URL")
                                String>
                        fragments,
        @Pattern(regexp = "[a-z0-9_-]{1,50}", message = "must be an architecture such as riscv") String architecture,
        @JsonProperty("git_sha")
                @Pattern(
                        regexp = "[0-9a-f]{40}",
                        message = "must be a full commit hash, 40 lower-case hexadecimal digits")
                String gitSha,
        @Size(max = 50) List<@NotNull @Pattern(regexp = "[A-Za-z0-9._/+%-]{1,100}", message = "must be a make target") String>
                        targets,
        @JsonProperty("make_variables") @Size(max = 50) Map<
                                @Pattern(
                                        regexp = "[A-Za-z_][A-Za-z0-9_]{0,99}",
                                        message = "must be the name of a variable")
                                String,
                                @NotNull @Size(max = 1000) @Pattern(regexp = "[^\\p{C}]*") String>
                        makeVariables) {

    private static final String FIRST_RUNNER = "tuxsuite";
    private static final String FIRST_ARCHITECTURE = "riscv";

    /** What is missing gets its default; an empty text is a missing one, as clients in the field send both. */
    public RunBuild {
        runner = Objects.requireNonNullElse(unlessBlank(runner), FIRST_RUNNER);
        architecture = Objects.requireNonNullElse(unlessBlank(architecture), FIRST_ARCHITECTURE);
        kconfig = unlessBlank(kconfig);
        gitSha = unlessBlank(gitSha);
        fragments = Objects.requireNonNullElse(fragments, List.of());
        targets = Objects.requireNonNullElse(targets, List.of());
        makeVariables = Objects.requireNonNullElse(makeVariables, Map.of());
    }

    private static String unlessBlank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
