package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Messages come in parts, and some are no messages. */
@UnitTest
class IncomingTest {

    private final Incoming incoming = new Incoming();

    @Test
    void putsAMessageTogether() {
        assertThat(incoming.add("{\"type\":")).isTrue();
        assertThat(incoming.add("\"subscribe\"}")).isTrue();

        assertThat(incoming.take()).isEqualTo("{\"type\":\"subscribe\"}");
    }

    @Test
    void beginsAnew() {
        incoming.add("a".repeat(Incoming.FLOOD));
        incoming.take();

        assertThat(incoming.add("b")).isTrue();
        assertThat(incoming.take()).isEqualTo("b");
    }

    @Test
    void keepsOnlyAsMuchAsShowsThatItIsTooLong() {
        incoming.add("a".repeat(ClientMessage.LONGEST));
        incoming.add("b");
        incoming.add("c".repeat(1000));

        assertThat(incoming.take()).isEqualTo("a".repeat(ClientMessage.LONGEST) + "b");
    }

    @Test
    void knowsAFlood() {
        assertThat(incoming.add("a".repeat(Incoming.FLOOD - 1))).isTrue();
        assertThat(incoming.add("b")).isTrue();

        assertThat(incoming.add("c")).isFalse();
        assertThat(incoming.add("d")).isFalse();
    }

    @Test
    void outlivesAFloodThatDoesNotEnd() {
        String part = "a".repeat(Incoming.FLOOD);
        for (int i = 0; i <= Integer.MAX_VALUE / Incoming.FLOOD; i++) {
            incoming.add(part);
        }

        assertThat(incoming.add(part)).isFalse();
    }
}
