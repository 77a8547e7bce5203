package org.kcibridge.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.kind.SlowTest;
import org.kcibridge.kind.UnitTest;

/** Every test class of every module is of exactly one kind, so that choosing by kinds leaves nothing out and takes nothing twice. */
@UnitTest
class TaggingRulesTest {

    private static TestClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = TestClasses.ofAllModules();
    }

    @Test
    void findsTheTestsOfEveryModuleThatHasAny() {
        assertThat(classes.modules()).containsKeys("ear/lib", "ejb", "web", "it");
        for (String module : List.of("ear/lib", "ejb", "web", "it")) {
            assertThat(classes.testsOf(module)).as(module).isNotEmpty();
        }
        assertThat(classes.testsOf("it")).anyMatch(type -> type.isEquivalentTo(TaggingRulesTest.class));
    }

    @Test
    void everyTestClassIsOfOneKind() {
        assertThat(classes.tests().stream().map(Kinds::fault).flatMap(Optional::stream))
                .isEmpty();
    }

    /** Only the class that the build runs is asked for its kind, so a tag inside of it would hide from the rule above. */
    @Test
    void classesInsideOfTestsAddNoKind() {
        assertThat(classes.code().filter(type -> type.isAnnotatedWith(Nested.class)))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Kinds.of(type)).isEmpty());
    }

    @Test
    void classesForNestedRunsAreNoTestsOfTheBuild() {
        assertThat(classes.tests()).noneMatch(type -> type.isEquivalentTo(OfNoKind.class));
    }

    @Test
    void noticesAClassWithoutAKind() {
        assertThat(fault(OfNoKind.class))
                .hasValueSatisfying(fault -> assertThat(fault).contains("OfNoKind is of no kind"));
    }

    @Test
    void noticesAClassOfTwoKinds() {
        assertThat(fault(OfTwoKinds.class))
                .hasValueSatisfying(fault -> assertThat(fault).contains("is of the kinds [slow, unit]"));
        assertThat(fault(OfTwoKindsByTags.class)).isPresent();
    }

    @Test
    void noticesAKindThatIsInheritedOrOnATest() {
        assertThat(fault(OfAnInheritedKindToo.class)).isPresent();
        assertThat(fault(WithATestOfAnotherKind.class)).isPresent();
    }

    @Test
    void leavesOtherTagsAlone() {
        assertThat(fault(OfOneKindAndTaggedOtherwise.class)).isEmpty();
    }

    private static Optional<String> fault(Class<?> type) {
        return Kinds.fault(TestClasses.just(type));
    }

    static class OfNoKind {

        @Test
        void passes() {}
    }

    @UnitTest
    @SlowTest
    static class OfTwoKinds extends OfNoKind {}

    @Tag("unit")
    @Tag("integration")
    static class OfTwoKindsByTags extends OfNoKind {}

    @IntegrationTest
    abstract static class Base {}

    @UnitTest
    static class OfAnInheritedKindToo extends Base {}

    @UnitTest
    static class WithATestOfAnotherKind {

        @Test
        @Tag("slow")
        void passes() {}
    }

    @UnitTest
    @Tag("tuxsuite")
    static class OfOneKindAndTaggedOtherwise extends OfNoKind {}
}
