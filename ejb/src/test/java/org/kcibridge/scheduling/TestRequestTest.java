package org.kcibridge.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.TestOrder;

/** Booting is a test that can be asked for, and none that a runner is sent. */
@UnitTest
class TestRequestTest {

    @Test
    void asksForEachTestOnce() {
        assertThat(request("ltp-smoke", "boot", "ltp-smoke").tests()).containsExactly("ltp-smoke", "boot");
    }

    @Test
    void asksForSomething() {
        assertThatIllegalArgumentException().isThrownBy(this::request);
    }

    @Test
    void isABootWhenNothingElseIsAskedFor() {
        assertThat(request("boot").kind()).isEqualTo(JobKind.BOOT);
        assertThat(request("boot", "ltp-smoke").kind()).isEqualTo(JobKind.TEST);
        assertThat(request("boot", "ltp-smoke").only(List.of("boot")).kind()).isEqualTo(JobKind.BOOT);
    }

    @Test
    void ordersNoBootByName() {
        UUID job = UUID.randomUUID();

        assertThat(request("ltp-smoke", "boot").order(job))
                .isEqualTo(new TestOrder(
                        job,
                        "maestro:b 1",
                        "riscv",
                        "qemu-riscv64",
                        URI.create("https://example.org/Image"),
                        Optional.empty(),
                        List.of("ltp-smoke"),
                        "nightly"));
        assertThat(request("boot").order(job).tests()).isEmpty();
    }

    @Test
    void keepsTheOrderOfTheTestsThatAreLeft() {
        assertThat(request("c", "a", "b").only(List.of("b", "c")).tests()).containsExactly("c", "b");
    }

    @Test
    void claimsEachTestOfABuildOnADevice() {
        TestRequest request = request("ltp-smoke");

        assertThat(Claim.workOf(request, "ltp-smoke")).isEqualTo("test:ltp-smoke qemu-riscv64 maestro:b 1");
    }

    @Test
    void isRememberedWhole() {
        TestRequest request = new TestRequest(
                "tuxsuite",
                "riscv:b",
                "arm64",
                "qemu-arm64",
                URI.create("https://example.org/Image"),
                Optional.of(URI.create("https://example.org/modules.tar.xz")),
                List.of("boot", "ltp-smoke"),
                "");
        Job job = new Job(UUID.randomUUID(), request, "riscv", "s", Instant.EPOCH, Duration.ofMinutes(2));

        assertThat(job.request()).isEqualTo(request);
        assertThat(job.kind()).isEqualTo(JobKind.TEST);
        assertThat(job.buildId()).contains("riscv:b");
        assertThat(job.order()).isEqualTo(request.order(job.id()));
    }

    private TestRequest request(String... tests) {
        return new TestRequest(
                "tuxsuite",
                "maestro:b 1",
                "riscv",
                "qemu-riscv64",
                URI.create("https://example.org/Image"),
                Optional.empty(),
                List.of(tests),
                "nightly");
    }
}
