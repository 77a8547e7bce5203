package org.kcibridge.runner.tuxsuite;

import java.util.Optional;
import org.kcibridge.report.KcidbText;

/**
 * How a build's compiler is called in KCIDB: as the toolchain was ordered, {@code gcc-13}, {@code clang-nightly},
 * {@code rustclang}, {@code korg-clang-20}. A toolchain without a version (or a rolling one) keeps its bare name on
 * purpose: the compiler's name is part of what makes a series on the dashboard, and with the exact version in it every
 * update of TuxSuite's containers would begin a new one. The exact version is kept in misc. TuxSuite's own users report
 * the same words, so their builds and ours compare.
 */
final class Toolchain {

    /** The database indexes the name; no real one comes near this. */
    private static final int LONGEST = 100;

    private Toolchain() {}

    static String of(BuildStatus build) {
        return build.text("toolchain")
                .or(() -> observed(build))
                .map(name -> KcidbText.head(name, LONGEST))
                .orElse(null);
    }

    /** Name and major version of the compiler that ran, for an account that does not tell the toolchain. */
    private static Optional<String> observed(BuildStatus build) {
        String major = build.compiler("version")
                .map(version -> "-" + version.replaceFirst("\\..*$", ""))
                .orElse("");
        return build.compiler("name").map(name -> name + major);
    }
}
