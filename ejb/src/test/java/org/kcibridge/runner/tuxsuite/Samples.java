package org.kcibridge.runner.tuxsuite;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kcibridge.runner.BuildOrder;
import org.kcibridge.runner.UnreadableCallback;

/** Callbacks as TuxSuite sends them, and the orders they answer. */
final class Samples {

    static final UUID JOB = UUID.fromString("6f1e5c0e-3f0b-4a55-9a55-0a1f5e3f7d10");

    private Samples() {}

    static byte[] body(String file) {
        try (InputStream resource = Samples.class.getResourceAsStream(file)) {
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static BuildStatus status(String file) {
        try {
            return new BuildStatus(TuxSuiteCallback.read(body(file)).status());
        } catch (UnreadableCallback broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A status with some members replaced, or taken out where the value is null. */
    static BuildStatus with(BuildStatus status, String member, String json) {
        JsonObjectBuilder changed = Json.createObjectBuilder(status.json()).remove(member);
        if (json != null) {
            changed.add(member, value(json));
        }
        return new BuildStatus(changed.build());
    }

    static JsonObject object(String json) {
        return value(json).asJsonObject();
    }

    static JsonValue value(String json) {
        return Json.createReader(new StringReader(json.replace('\'', '"'))).readValue();
    }

    static BuildOrder order() {
        return order(null, "defconfig", List.of("CONFIG_KASAN=y"));
    }

    static BuildOrder order(String commit, String kconfig, List<String> fragments) {
        return new BuildOrder(
                JOB,
                "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git",
                "master",
                commit,
                "riscv",
                "gcc-14",
                kconfig,
                fragments,
                List.of(),
                Map.of("W", "1", "LLVM", "0"));
    }
}
