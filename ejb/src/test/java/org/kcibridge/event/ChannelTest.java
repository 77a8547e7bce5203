package org.kcibridge.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** Channels are known by the names of lists. */
@UnitTest
class ChannelTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(Channel channel) {
        assertThat(Channel.of(channel.key())).contains(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JOBS", "Jobs", "job", "jobs ", "trees"})
    void thereIsNoOther(String name) {
        assertThat(Channel.of(name)).isEmpty();
    }

    @Test
    void allAreNamedToThoseWhoAskForAnother() {
        assertThat(Channel.all())
                .isEqualTo(
                        "checkouts, builds, tests, issues, incidents, jobs, submissions, deliveries, destinations, callbacks, uploads, modes, batch");
    }
}
