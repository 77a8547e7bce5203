package org.kcibridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.isolation.FlushTest;
import org.kcibridge.kind.UnitTest;

/** What the rules look for, in classes that break them. */
@UnitTest
class HouseRulesTest {

    @Test
    void noticeSleep() {
        assertThat(HouseRules.sleeps(TestClasses.just(Sleeping.class))).isTrue();
        assertThat(HouseRules.sleeps(TestClasses.just(SleepingByReference.class)))
                .isTrue();
        assertThat(HouseRules.sleeps(TestClasses.just(Parking.class))).isTrue();
        assertThat(HouseRules.sleeps(TestClasses.just(HouseRulesTest.class))).isFalse();
    }

    @Test
    void noticeDisabledTests() {
        assertThat(HouseRules.isDisabled(TestClasses.just(DisabledTest.class))).isTrue();
        assertThat(HouseRules.isDisabled(TestClasses.just(DisabledSomewhere.class)))
                .isTrue();
        assertThat(HouseRules.isDisabled(TestClasses.just(HouseRulesTest.class)))
                .isFalse();
    }

    @Test
    void noticeImitations() {
        assertThat(HouseRules.imitatesTheDatabase(TestClasses.just(Imitation.class)))
                .isTrue();
        assertThat(HouseRules.imitatesTheDatabase(TestClasses.just(HouseRulesTest.class)))
                .isFalse();
    }

    @Test
    void noticeWhoNeedsTheBench() {
        assertThat(HouseRules.needsTheBench(TestClasses.just(OnTheBench.class))).isTrue();
        assertThat(HouseRules.needsTheBench(TestClasses.just(HouseRulesTest.class)))
                .isFalse();
    }

    @Test
    void noticeWhoForgetsToBeIsolated() {
        assertThat(HouseRules.isIsolated(TestClasses.just(OnTheBench.class))).isFalse();
        assertThat(HouseRules.isIsolated(TestClasses.just(IsolatedOnTheBench.class)))
                .isTrue();
        assertThat(HouseRules.isIsolated(TestClasses.just(InheritingIsolation.class)))
                .isTrue();
    }

    @Test
    void tellTestsThatAssertFromThoseThatDoNot() {
        JavaClasses samples = new ClassFileImporter().importClasses(HouseRulesTest.class.getDeclaredClasses());

        assertThat(TestClasses.testsIn(samples.get(Assorted.class))
                        .filter(Asserting::isDoneBy)
                        .map(test -> test.getName()))
                .containsExactlyInAnyOrder("asserts", "assertsInALambda", "letsAnotherAssert", "awaits", "fails");
    }

    static class Sleeping {

        void rest() {
            List.of(1L).forEach(time -> {
                try {
                    Thread.sleep(time);
                } catch (InterruptedException awake) {
                    throw new IllegalStateException(awake);
                }
            });
        }
    }

    interface Rest {
        void of(long time) throws InterruptedException;
    }

    static class SleepingByReference {

        final Rest rest = TimeUnit.SECONDS::sleep;
    }

    static class Parking {

        final LongConsumer rest = LockSupport::parkNanos;
    }

    static class DisabledTest {

        @Test
        @Disabled("it is only looked at")
        void holds() {}
    }

    @DisabledOnOs(OS.SOLARIS)
    static class DisabledSomewhere {}

    abstract static class Imitation implements javax.sql.DataSource {}

    abstract static class BaseOnTheBench {

        final Bench bench = Bench.get();
    }

    static class OnTheBench extends BaseOnTheBench {}

    @FlushTest
    static class IsolatedOnTheBench extends BaseOnTheBench {}

    static class InheritingIsolation extends IsolatedOnTheBench {}

    /** Is never run. */
    static class Assorted {

        @Test
        void asserts() {
            assertThat(1).isEqualTo(1);
        }

        @Test
        void assertsInALambda() {
            List.of(1).forEach(one -> Assertions.assertEquals(1, one));
        }

        @Test
        void letsAnotherAssert() {
            Expectation expectation = new OneIsOne();
            expectation.hold();
        }

        @Test
        void awaits() {
            await("it").until(() -> true);
        }

        @Test
        void fails() {
            Assertions.fail("it is only looked at");
        }

        @Test
        void asksNothing() {
            assertThat(1).as("one");
        }

        @Test
        void onlyCalls() {
            new OneIsOne().toString();
        }
    }

    interface Expectation {
        void hold();
    }

    static class OneIsOne implements Expectation {

        @Override
        public void hold() {
            assertThat(1).isEqualTo(1);
        }
    }
}
