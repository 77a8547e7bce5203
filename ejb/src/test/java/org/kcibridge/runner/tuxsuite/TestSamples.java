package org.kcibridge.runner.tuxsuite;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kcibridge.runner.TestOrder;

/** Accounts of tests as TuxSuite sends them, the orders they answer, and the files that belong to them. */
final class TestSamples {

    static final JobFile NONE = JobFile.unavailable("404 Not Found");

    private TestSamples() {}

    static TestStatus status(String file) {
        return new TestStatus(TuxSuiteCallback.read(Samples.body(file)).status());
    }

    static TestStatus account(String json) {
        return new TestStatus(Samples.object(json));
    }

    /** A status with some members replaced, or taken out where the value is null. */
    static TestStatus with(TestStatus status, String member, String json) {
        JsonObjectBuilder changed = Json.createObjectBuilder(status.json()).remove(member);
        if (json != null) {
            changed.add(member, Samples.value(json));
        }
        return new TestStatus(changed.build());
    }

    static TestOrder order(String... tests) {
        return new TestOrder(
                Samples.JOB,
                "maestro:b1",
                "riscv",
                "qemu-riscv64",
                URI.create("https://kernels.example.org/Image"),
                Optional.of(URI.create("https://kernels.example.org/modules.tar.xz")),
                List.of(tests),
                "nightly");
    }

    static JobFile file(String name) {
        return () -> new ByteArrayInputStream(Samples.body(name));
    }

    /** Results with single quotes for double ones, or lines. */
    static JobFile text(String content) {
        byte[] bytes = content.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }
}
