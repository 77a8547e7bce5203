package org.kcibridge.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.ScratchDatabase;

/**
 * Classes for {@link OrderingMetaTest}, each harmless by itself: one that needs the initial rows, one that empties tables,
 * and one that leaves a row. Without annotation they are what a suite is without isolation; the annotated ones are the same
 * tests with it. They are nested so that no build runs them by their names.
 */
final class ThreeClasses {

    static final List<String> EVENTS = new ArrayList<>();

    private static ScratchDatabase database;

    private ThreeClasses() {}

    static void use(ScratchDatabase scratch) {
        EVENTS.clear();
        database = scratch;
    }

    abstract static class NeedsInitialRows {

        @BeforeEach
        void look() {
            EVENTS.add("rows " + database.value("select count(*) from role"));
        }

        @Test
        void addsOne() {
            database.run("insert into role (name) values ('guest')");
            assertThat(database.column("select name from role order by id"))
                    .containsExactly("reader", "operator", "guest");
        }

        @Test
        void addsAnother() {
            assertThat(database.value("insert into role (name) values ('robot') returning id"))
                    .isEqualTo("3");
            assertThat(database.column("select name from role order by id"))
                    .containsExactly("reader", "operator", "robot");
        }
    }

    abstract static class ReadsInitialRows {

        @Test
        void finds() {
            assertThat(database.column("select name from role order by id")).containsExactly("reader", "operator");
        }
    }

    abstract static class EmptiesTables {

        @Test
        void startsFromNothing() {
            database.run("delete from role");
            assertThat(database.column("select name from role")).isEmpty();
        }
    }

    abstract static class LeavesRow {

        @Test
        void adds() {
            database.run("insert into role (name) values ('left over')");
        }
    }

    static class BareReader extends ReadsInitialRows {}

    static class BareFlush extends EmptiesTables {}

    static class BareRest extends LeavesRow {}

    @RollbackTest
    static class Rollback extends NeedsInitialRows {}

    @FlushTest
    static class Flushing extends EmptiesTables {}

    @RollbackTest
    static class IsolatedReader extends ReadsInitialRows {}

    @FlushWithInitialData
    static class IsolatedRest extends LeavesRow {}

    @FlushWithInitialData
    static class FlushingWithInitialData extends NeedsInitialRows {}

    static class InheritingFlush extends Flushing {}

    @RollbackTest
    static class RollbackOfLeftRow extends LeavesRow {}

    @Tag("live")
    static class Live extends LeavesRow {}

    static class Rest extends LeavesRow {}

    @ExtendWith(IsolationExtension.class)
    static class WatchedRest extends LeavesRow {}
}
