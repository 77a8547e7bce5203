package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.SlowTest;

/** Clients that are dead without saying so, and clients that do not read, keep nobody waiting and are dropped. */
@SlowTest
class DeadSessionsIT extends BridgeTest {

    /** Some 13 MB of messages, more than there is room for on the way. */
    private static final int MANY = 100_000;

    @Test
    void dropsTheDeadAndTheDeaf() throws Exception {
        try (SilentClient deaf = new SilentClient(api, "tests");
                SilentClient dead = new SilentClient(api, "jobs");
                Watcher quick = Watcher.open(api)) {
            quick.subscribe("builds");

            Told.ofMany(database, "tests", MANY);
            assertTold(quick, given.build().create().id());

            // The dead one reads and answers no ping; it came after the deaf one, so that has gone when this has.
            byte[] heardByDead = dead.readToTheEnd();
            assertThat(SilentClient.text(heardByDead)).contains("\"subscribed\"");
            assertThat(SilentClient.end(heardByDead))
                    .isEqualTo("1008 no sign of life: pings are not answered, or nothing is read");

            // What was on the way arrives, and is not nearly all.
            byte[] heardByDeaf = deaf.readToTheEnd();
            assertThat(SilentClient.text(heardByDeaf).split("\"type\":\"event\"").length)
                    .isBetween(2, MANY / 2);
            assertTold(quick, given.build().create().id());
        }
    }

    private static void assertTold(Watcher watcher, String build) {
        assertThat(watcher.hearUpTo("builds " + build + " PASS")).containsExactly("builds " + build + " PASS");
    }
}
