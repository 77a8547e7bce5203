package org.kcibridge.it.anyorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.cases.Breadth;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/**
 * Callbacks, questions, deadlines and operators may come in any order and any number: a job whose result came has one end and
 * one report, always the same.
 */
@IntegrationTest
class AnyOrderIT extends BridgeTest {

    private static final String SEED = "stories.seed";
    private static final int FEW = 30;
    private static final int MANY = 1000;

    private final Map<Ending, FinalState> expected = new EnumMap<>(Ending.class);

    @BeforeEach
    void playThePlainOnes() {
        standStill();
        for (Ending ending : Ending.values()) {
            FinalState plain =
                    story(Plot.plain(ending), "plain-" + ending.ordinal()).play();
            assertThat(plain.job()).as(ending.name()).isEqualTo("FINISHED");
            assertThat(plain.submissions()).isEqualTo(1);
            assertThat(plain.document()).contains("NAME");
            assertThat(plain.rows()).contains("NAME");
            expected.put(ending, plain);
        }
        assertThat(expected.values()).as("the plain ones end in different ways").doesNotHaveDuplicates();
    }

    @Test
    void comesToOneEnd() {
        long seed = Long.getLong(SEED, ThreadLocalRandom.current().nextInt(1_000_000));
        System.out.println("Stories are made up from a seed: -D" + SEED + "=" + seed + " brings the same ones again");
        int many = Breadth.ofRun().all() ? MANY : FEW;

        for (int number = 0; number < many; number++) {
            Plot plot = Plot.of(seed + number);
            assertEnds(plot, "story-" + number);
        }
    }

    private void assertEnds(Plot plot, String name) {
        Story story = story(plot, name);

        assertThat(story.play()).as(plot.toString()).isEqualTo(expected.get(plot.ending()));
        if (!plot.cancels()) {
            assertThat(story.claims())
                    .as("claims after " + plot)
                    .isEqualTo(plot.ending().isTest() ? 1 : 0);
        }
    }

    private Story story(Plot plot, String name) {
        return new Story(plot, name, api, database, tuxSuite, this::beat);
    }
}
