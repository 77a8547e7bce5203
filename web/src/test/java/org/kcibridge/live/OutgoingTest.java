package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason.CloseCode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** One message after the other, none forgotten, and nobody waits for the client. */
@UnitTest
class OutgoingTest {

    private final ListeningLine line = new ListeningLine();
    private final Queue<String> messages = new ArrayDeque<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Outgoing outgoing = new Outgoing(line, tasks::add, messages::poll);

    @Test
    void sendsWhatThereIsInItsOrder() {
        messages.addAll(List.of("a", "b", "c"));

        outgoing.wake();
        work();

        assertThat(line.sent).containsExactly("a", "b", "c");
    }

    @Test
    void isWokenAgain() {
        outgoing.wake();
        work();
        messages.add("a");

        outgoing.wake();
        work();

        assertThat(line.sent).containsExactly("a");
    }

    @Test
    void hasOneOnTheWayAtATime() {
        line.stopReading();
        messages.addAll(List.of("a", "b"));
        outgoing.wake();
        outgoing.wake();
        work();
        assertThat(line.sent).containsExactly("a");
        assertThat(messages).containsExactly("b");

        line.readOn();
        work();

        assertThat(line.sent).containsExactly("a", "b");
    }

    @Test
    void keepsNobodyWaiting() {
        messages.add("a");

        outgoing.wake();

        assertThat(line.sent).isEmpty();
        assertThat(tasks).hasSize(1);
    }

    @Test
    void sendsNothingAfterItsEnd() {
        messages.addAll(List.of("a", "b"));
        outgoing.wake();

        assertThat(outgoing.stop()).isTrue();
        assertThat(outgoing.stop()).isFalse();
        work();

        assertThat(line.sent).isEmpty();
    }

    @Test
    void endsWhenAMessageDoesNotArrive() {
        line.stopReading();
        messages.addAll(List.of("a", "b"));
        outgoing.wake();
        work();

        line.breakDown();
        outgoing.wake();
        work();

        assertThat(line.sent).containsExactly("a");
    }

    @Test
    void endsWhenTheLineIsClosed() {
        line.close(null, "it is over");
        messages.addAll(List.of("a", "b"));

        outgoing.wake();
        work();

        assertThat(messages).containsExactly("b");
        assertThat(outgoing.stop()).isFalse();
    }

    @Test
    void endsWhenNobodyWorksAnyMore() {
        var stopping = new Outgoing(
                line,
                task -> {
                    throw new RejectedExecutionException("stopping");
                },
                messages::poll);

        stopping.wake();

        assertThat(stopping.stop()).isFalse();
    }

    /** A call must not fall between finding nothing and going to rest. */
    @Test
    void looksAgainWhenItWasCalledWhileItLooked() {
        Queue<Outgoing> late = new ArrayDeque<>();
        var interrupted = new Outgoing(line, tasks::add, () -> {
            String found = messages.poll();
            if (!late.isEmpty()) {
                messages.add("late");
                late.poll().wake();
            }
            return found;
        });
        late.add(interrupted);

        interrupted.wake();
        work();

        assertThat(line.sent).containsExactly("late");
    }

    @Test
    void forgetsNoneOfManyThreads() throws InterruptedException {
        int many = 20_000;
        Queue<String> shared = new ConcurrentLinkedQueue<>();
        CountDownLatch arrived = new CountDownLatch(many);
        Queue<String> order = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Line counting = new CountingLine(order, arrived);
            Outgoing busy = new Outgoing(counting, threads, shared::poll);
            for (int i = 0; i < many; i++) {
                shared.add(Integer.toString(i));
                busy.wake();
            }
            assertThat(arrived.await(30, TimeUnit.SECONDS))
                    .as("%d are missing", arrived.getCount())
                    .isTrue();
        } finally {
            threads.shutdownNow();
        }
        assertThat(order)
                .containsExactlyElementsOf(
                        IntStream.range(0, many).mapToObj(Integer::toString).toList());
    }

    private void work() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private record CountingLine(Queue<String> order, CountDownLatch arrived) implements Line {

        @Override
        public String caller() {
            return "a test";
        }

        @Override
        public void send(String text, Consumer<Boolean> sent) {
            order.add(text);
            arrived.countDown();
            sent.accept(true);
        }

        @Override
        public void ping() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(CloseCode code, String reason) {
            throw new UnsupportedOperationException();
        }
    }
}
