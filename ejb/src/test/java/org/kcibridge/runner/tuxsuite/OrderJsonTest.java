package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.ReturnAddress;
import org.kcibridge.runner.TestOrder;

/** Test orders as TuxSuite takes them. Builds are looked at by the tests in the container. */
@UnitTest
class OrderJsonTest {

    private static final UUID JOB = UUID.randomUUID();
    private static final ReturnAddress ADDRESS = new ReturnAddress(
            URI.create("https://bridge.example.org/api/v1/tuxsuite/callback/test?job=" + JOB), "X-Job", JOB + ".s");

    @Test
    void ordersTestsWithEverythingTheyNeed() {
        JsonObject order = OrderJson.of(order(Optional.of("https://example.org/modules.tar.xz"), "ltp-smoke"), ADDRESS);

        assertThat(order)
                .isEqualTo(Json.createObjectBuilder()
                        .add("is_public", true)
                        .add("callback", ADDRESS.url().toString())
                        .add("callback_headers", Json.createObjectBuilder().add("X-Job", JOB + ".s"))
                        .add("device", "qemu-riscv64")
                        .add("kernel", "https://example.org/Image")
                        .add("modules", "https://example.org/modules.tar.xz")
                        .add("tests", Json.createArrayBuilder().add("ltp-smoke"))
                        .build());
    }

    /** TuxSuite takes an empty list of modules or tests for a mistake. */
    @Test
    void leavesOutWhatThereIsNoneOf() {
        assertThat(OrderJson.of(order(Optional.empty()), ADDRESS)).doesNotContainKeys("modules", "tests");
    }

    @Test
    void cannotBeAskedToBootByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> order(Optional.empty(), "ltp-smoke", "boot"));
    }

    private static TestOrder order(Optional<String> modules, String... tests) {
        return new TestOrder(
                JOB,
                "riscv:b",
                "riscv",
                "qemu-riscv64",
                URI.create("https://example.org/Image"),
                modules.map(URI::create),
                List.of(tests),
                "");
    }
}
