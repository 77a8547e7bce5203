package org.kcibridge.scheduling;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients ask for in tests. */
final class Requests {

    private Requests() {}

    static BuildRequest build(String branch) {
        return new BuildRequest(
                "tuxsuite",
                "https://example.org/linux.git",
                branch,
                null,
                "riscv",
                "gcc-14",
                "defconfig",
                List.of(),
                List.of(),
                Map.of());
    }

    static TestRequest test() {
        return new TestRequest(
                "tuxsuite",
                "riscv:b",
                "riscv",
                "qemu-riscv64",
                URI.create("https://example.org/Image"),
                Optional.empty(),
                List.of("ltp-smoke"),
                "");
    }
}
