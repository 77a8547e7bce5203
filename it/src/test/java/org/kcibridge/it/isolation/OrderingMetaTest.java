package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.it.isolation.ThreeClasses.BareFlush;
import org.kcibridge.it.isolation.ThreeClasses.BareReader;
import org.kcibridge.it.isolation.ThreeClasses.BareRest;
import org.kcibridge.it.isolation.ThreeClasses.Flushing;
import org.kcibridge.it.isolation.ThreeClasses.FlushingWithInitialData;
import org.kcibridge.it.isolation.ThreeClasses.InheritingFlush;
import org.kcibridge.it.isolation.ThreeClasses.IsolatedReader;
import org.kcibridge.it.isolation.ThreeClasses.IsolatedRest;
import org.kcibridge.it.isolation.ThreeClasses.Live;
import org.kcibridge.it.isolation.ThreeClasses.Rest;
import org.kcibridge.it.isolation.ThreeClasses.Rollback;
import org.kcibridge.it.isolation.ThreeClasses.RollbackOfLeftRow;
import org.kcibridge.it.isolation.ThreeClasses.WatchedRest;
import org.kcibridge.kind.IntegrationTest;

/** The same classes with and without the isolation, in orders that are bad for them. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class OrderingMetaTest {

    private static final Map<String, String> ORDERED =
            Map.of("junit.jupiter.testclass.order.default", IsolationOrder.class.getName());

    private ScratchDatabase database;
    private IsolatedDatabase isolated;
    private IsolatedDatabase registeredBefore;

    @BeforeEach
    void migrate(ScratchDatabase scratch) {
        database = scratch.run(
                "create table role (id serial primary key, name text)",
                "insert into role (name) values ('reader'), ('operator')");
        ThreeClasses.use(database);
        isolated = IsolatedDatabase.of(database::connect);
        registeredBefore = IsolatedDatabase.register(isolated);
    }

    @AfterEach
    void giveBack() {
        IsolatedDatabase.register(registeredBefore);
        isolated.close();
    }

    @Test
    void shouldFailInBadOrderWithoutIsolation() {
        NestedRun run = NestedRun.of(Map.of(), BareFlush.class, BareRest.class, BareReader.class);
        assertThat(run.classes()).containsExactly(BareFlush.class, BareRest.class, BareReader.class);
        assertThat(run.failures()).singleElement().asString().contains("left over");
        assertThat(run.tests()).isEqualTo(3);
    }

    @Test
    void shouldPassEachByItselfWithoutIsolation() {
        for (Class<?> bare : List.of(BareReader.class, BareFlush.class, BareRest.class)) {
            assertThat(NestedRun.of(Map.of(), bare).failures())
                    .as(bare.getSimpleName())
                    .isEmpty();
            isolated.restore();
        }
    }

    /** The same tests in the same order. */
    @Test
    void shouldPassInBadOrderWithIsolation() {
        NestedRun run = NestedRun.of(Map.of(), Flushing.class, IsolatedRest.class, IsolatedReader.class);
        assertThat(run.classes()).containsExactly(Flushing.class, IsolatedRest.class, IsolatedReader.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).isEqualTo(3);
    }

    @Test
    void shouldBringAGoodOrderIntoClassesThatLeaveRows() {
        NestedRun run = NestedRun.of(ORDERED, Rest.class, Flushing.class, Rollback.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).isEqualTo(4);
        assertThat(run.classes()).containsExactly(Rollback.class, Flushing.class, Rest.class);
    }

    @Test
    void shouldPassInBadOrderWithoutOrdererToo() {
        NestedRun run =
                NestedRun.of(Map.of(), Flushing.class, Rollback.class, FlushingWithInitialData.class, Rollback.class);
        assertThat(run.failures()).isEmpty();
        assertThat(ThreeClasses.EVENTS).as("seen by @BeforeEach").containsOnly("rows 2");
        assertThat(isolated.leaks()).isEmpty();
    }

    @Test
    void shouldFailClassThatLeavesTracesAndNoOther() {
        NestedRun run =
                NestedRun.of(ORDERED, WatchedRest.class, FlushingWithInitialData.class, RollbackOfLeftRow.class);
        assertThat(run.failures())
                .singleElement()
                .asString()
                .isEqualTo(
                        """
                org.kcibridge.it.isolation.ThreeClasses$WatchedRest left traces in the database:
                  table role: 1 added, 0 removed, 0 changed
                    added {"id": 3, "name": "left over"}""");
        assertThat(isolated.leaks()).as("cleaned up after telling").isEmpty();
    }

    @Test
    void shouldOrderByIsolationThenByName() {
        NestedRun run = NestedRun.of(
                ORDERED,
                Rest.class,
                BareFlush.class,
                Live.class,
                InheritingFlush.class,
                RollbackOfLeftRow.class,
                Flushing.class,
                Rollback.class);
        assertThat(run.classes())
                .containsExactly(
                        Rollback.class,
                        RollbackOfLeftRow.class,
                        Flushing.class,
                        InheritingFlush.class,
                        Live.class,
                        BareFlush.class,
                        Rest.class);
    }

    @Test
    void shouldShuffleWithinGroupsBySeed() {
        Class<?>[] all = {
            Rest.class, Live.class, InheritingFlush.class, RollbackOfLeftRow.class, Flushing.class, Rollback.class
        };
        List<List<Class<?>>> orders = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            Map<String, String> shuffled = Map.of(
                    "junit.jupiter.testclass.order.default",
                    IsolationOrder.class.getName(),
                    IsolationOrder.SEED,
                    Integer.toString(seed));
            List<Class<?>> order = NestedRun.of(shuffled, all).classes();
            assertThat(order.subList(0, 2)).containsExactlyInAnyOrder(Rollback.class, RollbackOfLeftRow.class);
            assertThat(order).endsWith(Rest.class);
            assertThat(NestedRun.of(shuffled, all).classes())
                    .as("seed %s again", seed)
                    .isEqualTo(order);
            orders.add(order);
        }
        assertThat(Set.copyOf(orders)).as("different seeds").hasSizeGreaterThan(1);
    }

    @Test
    void shouldSayThatNoDatabaseIsRegistered() {
        IsolatedDatabase.register(null);
        assertThat(NestedRun.of(Map.of(), Rollback.class).failures())
                .isNotEmpty()
                .allMatch(message -> message.contains("IsolatedDatabase.register"));
    }
}
