package org.kcibridge.it.standin.tuxrun;

import java.time.Instant;
import java.util.List;

/**
 * What was asked to be run.
 *
 * @param tests suites, without the boot that goes before them
 * @param started when the device began to boot
 */
public record RunOrder(String device, String kernel, List<String> tests, Instant started) {

    public RunOrder {
        tests = List.copyOf(tests);
    }

    /** The processor that QEMU plays for the device. */
    String architecture() {
        return device.replaceFirst("^qemu-", "");
    }
}
