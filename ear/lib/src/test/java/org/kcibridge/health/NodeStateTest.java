package org.kcibridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kcibridge.health.NodeState.Limits;
import org.kcibridge.kind.UnitTest;

/** What checks know of the core is what it told them. */
@UnitTest
class NodeStateTest {

    private final NodeState node = new NodeState();

    @Test
    void hasNotStartedUntilTheCoreSaysSo() {
        assertThat(node.limits()).isEmpty();

        Limits limits = new Limits(12, Duration.ofHours(1), 100);
        node.started(limits);

        assertThat(node.limits()).contains(limits);
    }

    @Test
    void countsFromTheLastBeat() {
        Duration before = node.sinceLastBeat();
        assertThat(node.sinceLastBeat()).isGreaterThanOrEqualTo(before);

        node.beats();

        assertThat(node.sinceLastBeat()).isLessThan(Duration.ofMinutes(1));
    }
}
