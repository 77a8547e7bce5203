package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Once the stand-in for TuxSuite is cleared, nothing that was ordered before can disturb what comes after. */
@UnitTest
class ClearTest {

    private final Receiver bridge = new Receiver();
    private final TuxSuiteStandIn tuxSuite = new TuxSuiteStandIn("token", "lab", "kernels");

    @AfterEach
    void close() {
        tuxSuite.close();
        bridge.close();
    }

    @Test
    void shouldForgetBuildsAndTests() throws Exception {
        tuxSuite.script().silent(true);
        orderBuild();
        orderTest();
        String build = tuxSuite.builds().keySet().iterator().next();
        assertThat(tuxSuite.tests()).hasSize(1);

        tuxSuite.clear();

        assertThat(tuxSuite.builds()).isEmpty();
        assertThat(tuxSuite.tests()).isEmpty();
        assertThat(tuxSuite.orders()).isEmpty();
        assertThat(tuxSuite.testOrders()).isEmpty();
        assertThatThrownBy(() -> tuxSuite.sendCallback(build)).isInstanceOf(NoSuchElementException.class);
        assertThat(Http.get(api("/builds/" + build), "token").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldCallOffWhatIsPlanned() throws Exception {
        tuxSuite.script().buildTime(Duration.ofMillis(300)).testTime(Duration.ofMillis(300));
        orderBuild();
        orderTest();

        tuxSuite.clear();

        assertThatOnlyNewCallbacksCome(0);
        await().until(() -> tuxSuite.callbacks() == 1);
    }

    @Test
    void shouldWaitForCallbacksUnderWay() throws Exception {
        var answering = new CountDownLatch(1);
        bridge.answer(answer -> answered(answering, answer));
        orderTest();
        bridge.await(0);

        var clearing = CompletableFuture.runAsync(tuxSuite::clear);
        await().until(() -> tuxSuite.tests().isEmpty());
        assertThat(clearing).isNotDone();

        answering.countDown();
        clearing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void shouldNotTryAgainWhatFailedBefore() throws Exception {
        var answering = new CountDownLatch(1);
        bridge.answer(answer -> answered(answering, Answer.empty(503)));
        orderTest();
        bridge.await(0);
        var clearing = CompletableFuture.runAsync(tuxSuite::clear);
        await().until(() -> tuxSuite.tests().isEmpty());

        answering.countDown();
        clearing.get(10, TimeUnit.SECONDS);

        bridge.answer(answer -> answer);
        assertThatOnlyNewCallbacksCome(1);
    }

    @Test
    void shouldCallNobodyForAnOrderThatWasNeverAnswered() throws Exception {
        tuxSuite.script().testTime(Duration.ofMillis(300)).neverAnswer();
        var ordering = CompletableFuture.runAsync(this::orderTest);
        await().until(() -> tuxSuite.tests().size() == 1);

        tuxSuite.clear();

        assertThatThrownBy(() -> ordering.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        tuxSuite.script().reset();
        assertThatOnlyNewCallbacksCome(0);
    }

    /** A request that came before and is still being dealt with does not spill over into what comes after. */
    @Test
    void shouldKeepApartWhatComesBeforeAndAfter() throws Exception {
        var dealing = new CountDownLatch(1);
        List<Request> before = new CopyOnWriteArrayList<>();
        try (var slow = new SlowStandIn(dealing, before)) {
            var asking = CompletableFuture.supplyAsync(() -> post(slow.url(), "token", "{}"));
            slow.awaitRequest("POST", "");

            slow.clear();
            dealing.countDown();

            assertThat(asking.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            assertThat(before).hasSize(1);
            assertThat(slow.memory()).isEmpty();
            assertThat(slow.requests()).isEmpty();
        }
    }

    @Test
    void shouldBeClearedByItsOwnHook() throws Exception {
        var cleared = new CountDownLatch(1);
        tuxSuite.script().afterCallback(status -> {
            tuxSuite.clear();
            cleared.countDown();
        });

        orderTest();

        assertThat(cleared.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Whatever was planned before would have come until what is ordered now is done. */
    private void assertThatOnlyNewCallbacksCome(int before) {
        tuxSuite.script().testTime(Duration.ofMillis(800));
        orderTest();
        String uid = tuxSuite.tests().keySet().iterator().next();
        assertThat(bridge.awaitStatus(before).getString("uid")).isEqualTo(uid);
        assertThat(bridge.received()).hasSize(before + 1);
    }

    private static Answer answered(CountDownLatch when, Answer answer) {
        waitFor(when);
        return answer;
    }

    private static void waitFor(CountDownLatch event) {
        try {
            assertThat(event.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void orderBuild() {
        order(
                "/builds",
                """
                {"builds": [{"git_repo": "https://git.example/linux.git", "git_ref": "master", "target_arch": "riscv",
                  "toolchain": "gcc-14", "kconfig": ["defconfig"], "callback": "%s"}]}""");
    }

    private void orderTest() {
        order(
                "/tests",
                """
                {"device": "qemu-riscv64", "kernel": "https://files.example/Image.gz", "callback": "%s"}""");
    }

    private void order(String path, String body) {
        assertThat(post(api(path), "token", body.formatted(bridge.address()))).isEqualTo(200);
    }

    private static int post(URI uri, String authorization, String body) {
        try {
            return Http.post(uri, authorization, body).statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException closing) {
            throw new IllegalStateException(closing);
        }
    }

    private URI api(String path) {
        return tuxSuite.url().resolve("/v1/groups/lab/projects/kernels" + path);
    }

    /** Remembers requests, but lets time pass between their arrival and that. */
    private static final class SlowStandIn extends StandIn<List<Request>> {

        SlowStandIn(CountDownLatch dealing, List<Request> memory) {
            super("slow", new SlowScript(dealing));
            open(memory);
        }

        @Override
        Answer answer(Request request, List<Request> memory) {
            memory.add(request);
            return Answer.empty(200);
        }

        @Override
        public void clear() {
            renew(new CopyOnWriteArrayList<>());
        }
    }

    private static final class SlowScript extends Script<SlowScript> {

        private final CountDownLatch dealing;

        SlowScript(CountDownLatch dealing) {
            super(new RequestKind("POST", "/"));
            this.dealing = dealing;
        }

        @Override
        Answer play(Request request, Supplier<Answer> genuine) {
            waitFor(dealing);
            return super.play(request, genuine);
        }

        @Override
        SlowScript self() {
            return this;
        }

        @Override
        Answer refusal(int status, String message) {
            return Answer.text(status, message);
        }
    }
}
