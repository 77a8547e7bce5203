package org.kcibridge.it.standin.tuxrun;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A program that writes the files of a run of 5,000 cases with a log of 50 MB, to be run with less memory than that. */
final class LargeRun {

    static final int CASES = 5_000;
    static final long LOG_BYTES = 50 << 20;

    private LargeRun() {}

    static RunReport report() {
        return TuxRun.of("ltp-syscalls")
                .cases(
                        CASES,
                        i -> i % 100 == 7 ? TestCase.failed("syscall" + i, "TFAIL") : TestCase.passed("syscall" + i))
                .logging(LOG_BYTES)
                .report(new RunOrder(
                        "qemu-riscv64", "https://files.example/Image", List.of("ltp-syscalls"), Instant.EPOCH));
    }

    /** Says the length of each file. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, RunFile> file : report().files().entrySet()) {
            var meter = new DataOutputStream(OutputStream.nullOutputStream());
            file.getValue().writeTo(meter);
            System.out.println(file.getKey() + " " + meter.size());
        }
    }
}
