package org.kcibridge.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.kind.UnitTest;

/** A mistake names file, id and field. */
@UnitTest
class DatasetReaderTest {

    private static final String CHECKOUT =
            "id: 'o:c1', origin: o, tree_name: t, git_repository_url: 'https://e.org/l.git', git_repository_branch: b";
    private static final String BUILD = "id: 'o:b1', checkout_id: 'o:c1', origin: o, architecture: arm64";
    private static final String TEST = "id: 'o:t1', build_id: 'o:b1'";
    private static final String ISSUE = "id: 'o:i1', origin: o, version: 1";

    @Test
    void readsOneWithoutMistakes() {
        Dataset dataset = new Written().read();

        assertThat(dataset.all(Fixtures.BUILDS))
                .as("in the order of their checkouts")
                .extracting(build -> build.getString("id"))
                .containsExactly("o:b1", "o:b2");
        assertThat(dataset.all(Fixtures.TESTS))
                .as("in the order of their builds")
                .extracting(test -> test.getString("id"))
                .containsExactly("o:t1", "o:t3", "o:t2");
        assertThat(dataset.compatible("board")).containsExactly("maker,board-2", "maker,board");
    }

    static Stream<Arguments> required() {
        return Stream.of(
                        Arguments.of(
                                Fixtures.CHECKOUTS,
                                CHECKOUT,
                                "origin tree_name git_repository_url git_repository_branch"),
                        Arguments.of(Fixtures.BUILDS, BUILD, "checkout_id origin architecture"),
                        Arguments.of(Fixtures.TESTS, TEST, "build_id"),
                        Arguments.of(Fixtures.ISSUES, ISSUE, "origin version"))
                .flatMap(one -> Stream.of(((String) one.get()[2]).split(" "))
                        .map(field -> Arguments.of(one.get()[0], one.get()[1], field)));
    }

    @ParameterizedTest(name = "{0} without {2}")
    @MethodSource("required")
    void namesWhatIsMissing(Fixtures file, String fixture, String field) {
        String without = fixture.replaceFirst(", %s: ('[^']*'|[^,]*)".formatted(field), "");
        assertThat(without).isNotEqualTo(fixture);

        assertFaults(new Written().with(file, "- {%s}\n".formatted(without)))
                .contains("%s: %s: %s: is missing".formatted(file.file(), id(fixture), field));
    }

    @Test
    void countsFixturesThatHaveNoId() {
        assertFaults(new Written().with(Fixtures.TESTS, "- {%s}\n- {build_id: 'o:b1'}\n".formatted(TEST)))
                .containsExactly("tests.yaml: number 2: id: is missing");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CHECKOUTS | age: 3 days             | checkouts.yaml: o:c1: age:",
                "CHECKOUTS | agee: P3D               | checkouts.yaml: o:c1: agee: is not known",
                "CHECKOUTS | platform: nowhere       | checkouts.yaml: o:c1: platform: nowhere is not in platforms.yaml",
                "CHECKOUTS | git_commit_hash: abc    | ",
                "CHECKOUTS | message_id: nobody      | checkouts.yaml: o:c1: message_id:",
                "CHECKOUTS | valid: perhaps          | checkouts.yaml: o:c1: valid:",
                "BUILDS    | status: GOOD            | builds.yaml: o:b1: status:",
                "BUILDS    | platform: nowhere       | builds.yaml: o:b1: platform: nowhere is not in platforms.yaml",
                "BUILDS    | config_url: a b         | builds.yaml: o:b1: config_url:",
                "BUILDS    | start_time: yesterday   | builds.yaml: o:b1: start_time: is not known",
                "TESTS     | path: a/b               | tests.yaml: o:t1: path:",
                "TESTS     | number: {value: much}   | tests.yaml: o:t1: number.value:",
                "TESTS     | platform: nowhere       | tests.yaml: o:t1: platform: nowhere is not in platforms.yaml",
                "ISSUES    | builds: ['o:b9']        | issues.yaml: o:i1: builds: o:b9 is not in builds.yaml",
                "ISSUES    | tests: ['o:b1']         | issues.yaml: o:i1: tests: o:b1 is not in tests.yaml",
                "ISSUES    | culprit: {cod: true}    | issues.yaml: o:i1: culprit",
            })
    void namesWhatIsWrong(Fixtures file, String field, String fault) {
        String fixture =
                switch (file) {
                    case CHECKOUTS -> CHECKOUT;
                    case BUILDS -> BUILD;
                    case TESTS -> TEST;
                    default -> ISSUE;
                };
        Written dataset = whole().with(file, "- {%s, %s}\n".formatted(fixture, field));

        if (fault == null) {
            assertThat(dataset.read().all(file)).hasSize(1);
        } else {
            assertFaults(dataset).anySatisfy(line -> assertThat(line).startsWith(fault));
        }
    }

    @Test
    void namesParentsThatAreNotThere() {
        assertFaults(whole().with(Fixtures.BUILDS, "- {%s}\n".formatted(BUILD.replace("o:c1", "o:c9"))))
                .containsExactly("builds.yaml: o:b1: checkout_id: o:c9 is not in checkouts.yaml");
        assertFaults(whole().with(Fixtures.TESTS, "- {%s}\n".formatted(TEST.replace("o:b1", "o:b9"))))
                .containsExactly("tests.yaml: o:t1: build_id: o:b9 is not in builds.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "builds_by_checkout, o:b1, checkouts.yaml",
        "tests_by_build, o:c1, builds.yaml",
        "tests_by_checkout, o:t1, checkouts.yaml"
    })
    void namesRulesForNothing(String table, String id, String file) {
        assertFaults(whole().with(Fixtures.RULES, "%s: {'%s': PASS}\n".formatted(table, id)))
                .containsExactly("rules.yaml: %s: %s: %s is not in %s".formatted(id, table, id, file));
    }

    @Test
    void namesWhatIsThereTwice() {
        assertFaults(whole().with(Fixtures.TESTS, "- {%1$s}\n- {%1$s}\n".formatted(TEST)))
                .containsExactly("tests.yaml: o:t1: id: is there twice");
    }

    @Test
    void namesFilesThatAreMissingOrNoYaml() {
        assertFaults(whole().without(Fixtures.RULES).with(Fixtures.TESTS, "- {id: 'o:t1'\n  build_id: x}\n- ]"))
                .hasSize(2)
                .contains("rules.yaml: is missing")
                .anySatisfy(line -> assertThat(line).startsWith("tests.yaml: line "));
    }

    @Test
    void tellsAllMistakesAndAFewInItsMessage() {
        Written dataset = whole().with(Fixtures.BUILDS, "- {id: 'o:b1'}\n- {id: 'o:b2'}\n- {id: 'o:b3'}\n");

        assertFaults(dataset).hasSize(9);
        assertThatThrownBy(dataset::read)
                .hasMessageStartingWith("dataset written is wrong: builds.yaml: o:b1: ")
                .hasMessageEndingWith("; and 4 more");
    }

    /** One object of each kind. */
    private static Written whole() {
        return new Written()
                .with(Fixtures.CHECKOUTS, "- {%s}\n".formatted(CHECKOUT))
                .with(Fixtures.BUILDS, "- {%s}\n".formatted(BUILD))
                .with(Fixtures.TESTS, "- {%s}\n".formatted(TEST))
                .with(Fixtures.ISSUES, "- {%s}\n".formatted(ISSUE))
                .with(Fixtures.RULES, "{}\n");
    }

    private static String id(String fixture) {
        return fixture.substring(fixture.indexOf('\'') + 1, fixture.indexOf('\'', fixture.indexOf('\'') + 1));
    }

    private static org.assertj.core.api.ListAssert<String> assertFaults(Written dataset) {
        MalformedDataset malformed =
                org.junit.jupiter.api.Assertions.assertThrows(MalformedDataset.class, dataset::read);
        return assertThat(malformed.faults());
    }
}
