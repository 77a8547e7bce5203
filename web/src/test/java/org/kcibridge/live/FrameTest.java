package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kcibridge.event.Channel;
import org.kcibridge.event.Event;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.live.NotUnderstood.Fault;

/** What clients are told, to the letter. */
@UnitTest
class FrameTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    @Test
    void acknowledges() {
        assertThat(Frame.subscribed(Channel.BUILDS, 1234))
                .isEqualTo("{\"type\":\"subscribed\",\"channel\":\"builds\",\"after\":1234}");
        assertThat(Frame.unsubscribed(Channel.JOBS)).isEqualTo("{\"type\":\"unsubscribed\",\"channel\":\"jobs\"}");
    }

    @Test
    void tellsWhatBecameOfAnObject() {
        assertThat(Frame.event(new Event(7, "jobs", "a job", "SUBMITTED", NOON)))
                .isEqualTo("{\"type\":\"event\",\"channel\":\"jobs\",\"id\":7,\"object\":\"a job\","
                        + "\"state\":\"SUBMITTED\",\"at\":\"2026-03-02T12:00:00.123456Z\"}");
    }

    @Test
    void leavesOutAStateThatThereIsNot() {
        assertThat(Frame.event(new Event(8, "checkouts", "riscv:\"1", null, NOON)))
                .isEqualTo("{\"type\":\"event\",\"channel\":\"checkouts\",\"id\":8,\"object\":\"riscv:\\\"1\","
                        + "\"at\":\"2026-03-02T12:00:00.123456Z\"}");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(Frame.error(new NotUnderstood(Fault.UNKNOWN_CHANNEL, "there is no channel 'x'")))
                .isEqualTo("{\"type\":\"error\",\"code\":\"unknown-channel\",\"detail\":\"there is no channel 'x'\"}");
    }
}
