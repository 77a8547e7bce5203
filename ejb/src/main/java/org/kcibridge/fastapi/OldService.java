package org.kcibridge.fastapi;

/** What the old service had no setting for. */
final class OldService {

    static final String RUNNER = "tuxsuite";
    static final String ORIGIN = "riscv";
    static final String ARCHITECTURE = "riscv";
    static final String DEVICE = "qemu-riscv64";

    private OldService() {}
}
