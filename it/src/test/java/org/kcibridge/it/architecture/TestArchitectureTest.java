package org.kcibridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** The rules of this house for tests, as far as a machine can see to them. */
@UnitTest
class TestArchitectureTest {

    /** What the run command waits with for processes, which cannot notify. */
    private static final String PAUSE = "org.kcibridge.it.database.Pause";

    private static final String CRASHES = "org.kcibridge.it.crash";

    private static TestClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = TestClasses.ofAllModules();
    }

    @Test
    void nobodyMocks() {
        assertThat(offenders(classes.code(), HouseRules::mocks)).isEmpty();
    }

    /** A database that only pretends proves nothing: the real one has constraints, locks and time-outs. */
    @Test
    void nobodyImitatesTheDatabase() {
        assertThat(offenders(classes.code(), HouseRules::imitatesTheDatabase)).isEmpty();
    }

    /** A test that waits for time is slow when that is long, and red now and then when it is short. */
    @Test
    void nobodySleeps() {
        assertThat(classes.tools().map(JavaClass::getName)).contains(PAUSE);
        assertThat(offenders(
                        Stream.concat(classes.code(), classes.tools())
                                .filter(type -> !type.getName().equals(PAUSE)),
                        HouseRules::sleeps))
                .isEmpty();
    }

    @Test
    void everyTestAsserts() {
        assertThat(classes.testMethods()
                        .filter(test -> !Asserting.isDoneBy(test))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    /** A test that is not wanted is deleted; one that cannot run somewhere says so when it does. */
    @Test
    void noTestIsDisabled() {
        assertThat(offenders(classes.code(), HouseRules::isDisabled)).isEmpty();
    }

    @Test
    void everyClassThatIsCalledATestHasTests() {
        assertThat(offenders(classes.code().filter(TestClasses::isCalledATest), type -> !classes.tests()
                        .contains(type)))
                .isEmpty();
    }

    /** Surefire and Failsafe go by the name, and pass over a class that has another. */
    @Test
    void everyTestIsCalledOne() {
        assertThat(offenders(classes.tests().stream(), type -> !TestClasses.isCalledATest(type)))
                .isEmpty();
    }

    @Test
    void failsafeRunsWhatNeedsTheBench() {
        assertThat(offenders(
                        classes.tests().stream().filter(type -> !TestClasses.isRunByFailsafe(type)),
                        HouseRules::needsTheBench))
                .isEmpty();
    }

    /** What one test leaves would be the next one's trouble. Bridges that die have databases of their own, and put them back. */
    @Test
    void everyTestOnTheBenchSaysHowItIsIsolated() {
        assertThat(offenders(
                        classes.tests().stream()
                                .filter(HouseRules::needsTheBench)
                                .filter(type -> !type.getPackageName().equals(CRASHES)),
                        type -> !HouseRules.isIsolated(type)))
                .isEmpty();
    }

    /** It runs in this module only. */
    @Test
    void failsafeIsExpectedNowhereElse() {
        assertThat(classes.modules().keySet().stream()
                        .filter(module -> !module.equals("it"))
                        .flatMap(module -> classes.testsOf(module).stream())
                        .filter(TestClasses::isRunByFailsafe)
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static Stream<String> offenders(Stream<JavaClass> types, Predicate<JavaClass> offence) {
        return types.filter(type -> !isSample(type)).filter(offence).map(JavaClass::getName);
    }

    private static boolean isSample(JavaClass type) {
        return TestClasses.isInside(type) && TestClasses.outermost(type).isEquivalentTo(HouseRulesTest.class);
    }
}
