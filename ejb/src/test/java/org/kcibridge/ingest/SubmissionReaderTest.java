package org.kcibridge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;

/** Submissions of all versions, and with the sins that real ones have. Quotes are apostrophes here. */
@UnitTest
class SubmissionReaderTest {

    private static final String CHECKOUT = "'id': 'o:c', 'origin': 'o'";
    private static final String BUILD = "'id': 'o:b', 'origin': 'o', 'checkout_id': 'o:c'";
    private static final String TEST = "'id': 'o:t', 'origin': 'o', 'build_id': 'o:b'";
    private static final String ISSUE = "'id': 'o:i', 'origin': 'o', 'version': 1";
    private static final String INCIDENT = "'id': 'o:x', 'origin': 'o', 'issue_id': 'o:i', 'issue_version': 1";

    @ParameterizedTest(name = "{0}.{1}")
    @CsvSource({"4, 0", "4, 1", "4, 2", "4, 3", "4, 4", "4, 5", "5, 0", "5, 1", "5, 2", "5, 3"})
    void takesEveryVersionFrom4(int major, int minor) {
        assertThat(read("{'version': {'major': %d, 'minor': %d}, 'tests': [{%s}]}".formatted(major, minor, TEST))
                        .get(Kind.TESTS))
                .containsOnlyKeys("o:t");
    }

    @Test
    void takesAVersionWithoutAMinor() {
        assertThat(read("{'version': {'major': 5}, 'tests': [{%s}]}".formatted(TEST))
                        .get(Kind.TESTS))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'major': 3, 'minor': 0}    | /version: is 3.0; 4.0 to 4.5 and 5.0 to 5.3 are known",
                "{'major': 4, 'minor': 6}    | /version: is 4.6; 4.0 to 4.5 and 5.0 to 5.3 are known",
                "{'major': 5, 'minor': 4}    | /version: is 5.4; 4.0 to 4.5 and 5.0 to 5.3 are known",
                "{'major': 5, 'minor': -1}   | /version: is 5.-1; 4.0 to 4.5 and 5.0 to 5.3 are known",
                "{'major': '5', 'minor': 3}  | /version: is not a version",
                "{'major': 5, 'minor': '3'}  | /version: is not a version",
                "'5.3'                       | /version: is not a version",
                "null                        | /version: is not a version",
            })
    void takesNoOther(String version, String reason) {
        assertRefused("{'version': %s, 'tests': [{%s}]}".formatted(version, TEST), reason);
    }

    @ParameterizedTest(name = "4.x {0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BUILDS    | 'valid': true                         | 'status':'PASS'",
                "BUILDS    | 'valid': false                        | 'status':'FAIL'",
                "BUILDS    | 'valid': true, 'status': 'ERROR'      | 'status':'ERROR'",
                "TESTS     | 'waived': true                        | 'misc':{'waived':true}",
                "TESTS     | 'waived': true, 'misc': {'lab': 'l'}  | 'misc':{'lab':'l','waived':true}",
                "TESTS     | 'path': 'ltp/fork 01..x.'             | 'path':'ltp_fork_01.x'",
                "CHECKOUTS | 'contacts': ['a@example.org']         | ",
                "ISSUES    | 'build_valid': false                  | ",
                "ISSUES    | 'test_status': 'FAIL'                 | "
            })
    void upgrades(Kind kind, String member, String upgraded) {
        String object = only(kind, document("{'major': 4, 'minor': 3}", kind, member));

        assertThat(object).isEqualTo(quoted("{%s%s}".formatted(least(kind), upgraded == null ? "" : "," + upgraded)));
    }

    /** Of a document that says it is new, what is old is refused, as KCIDB refuses it. */
    @ParameterizedTest
    @CsvSource({"BUILDS, 'valid'", "TESTS, 'waived'", "CHECKOUTS, 'contacts'"})
    void upgradesOnlyWhatIsOld(Kind kind, String name) {
        assertRefused(
                document("{'major': 5, 'minor': 3}", kind, "'%s': true".formatted(name)),
                "/%s/0: property '%s' is not defined".formatted(kind.key(), name));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TESTS     | 'comment': null                                              | ",
                "TESTS     | 'output_files': [null, {'name': 'a', 'url': 'https://e.org/a'}] | 'output_files':[{'name':'a','url':'https://e.org/a'}]",
                "TESTS     | 'misc': {'a': null}                                          | 'misc':{'a':null}",
                "TESTS     | 'log_excerpt': 'a\\u0000b'                                   | 'log_excerpt':'ab'",
                "TESTS     | 'misc': {'a': ['x\\u0000']}                                  | 'misc':{'a':['x']}",
                "CHECKOUTS | 'git_repository_url': 'git://git.example.org/linux.git'      | 'git_repository_url':'https://git.example.org/linux.git'",
                "CHECKOUTS | 'git_repository_url': 'https://e.org/linux/'                 | 'git_repository_url':'https://e.org/linux/'",
                "CHECKOUTS | 'valid': false                                               | 'valid':false",
                "BUILDS    | 'status': 'MISS'                                             | 'status':'MISS'",
            })
    void forgives(Kind kind, String member, String mended) {
        String object = only(kind, document("{'major': 5, 'minor': 3}", kind, member));

        assertThat(object).isEqualTo(quoted("{%s%s}".formatted(least(kind), mended == null ? "" : "," + mended)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TESTS     | 'status': 'GOOD'                    | /tests/0/status: does not have a value",
                "TESTS     | 'path': 'a/b'                       | /tests/0/path: does not match",
                "TESTS     | 'start_time': 'yesterday'           | /tests/0/start_time: ",
                "TESTS     | '_secret': 1                        | /tests/0: property '_secret' is not defined",
                "BUILDS    | 'log_url': 'no url'                 | /builds/0/log_url: ",
                "CHECKOUTS | 'git_repository_url': 'ssh://e.org/l.git' | /checkouts/0/git_repository_url: ",
                "CHECKOUTS | 'git_commit_hash': 'abc'            | /checkouts/0/git_commit_hash: ",
                "INCIDENTS | 'present': true                     | /incidents/0: needs either build_id or test_id",
                "INCIDENTS | 'build_id': 'o:b', 'test_id': 'o:t' | /incidents/0: needs either build_id or test_id",
                "ISSUES    | 'version': -1                       | /issues/0/version: "
            })
    void saysWhatIsWrong(Kind kind, String member, String reason) {
        assertRefused(document("{'major': 5, 'minor': 3}", kind, member), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "'hi'",
                "null",
                "{",
                "{'version': {'major': 5}} x",
                "{'version': {'major': 5}, 'tests': [}"
            })
    void saysWhatIsNoSubmission(String text) {
        assertRefused(text, "/");
    }

    @Test
    void refusesWhatHoldsNothing() {
        assertRefused("{'version': {'major': 5, 'minor': 3}, 'tests': null, 'builds': []}", "/: has no objects");
    }

    @Test
    void keepsTheFirstOfTwoWithOneId() {
        var objects = read("{'version': {'major': 5}, 'tests': [{%1$s, 'status': 'PASS'}, {%1$s, 'status': 'FAIL'}]}"
                .formatted(TEST));

        assertThat(objects.get(Kind.TESTS)).hasSize(1);
        assertThat(objects.get(Kind.TESTS).get("o:t")).contains("PASS");
    }

    @Test
    void makesRows() {
        String issue =
                "'id': 'o:i', 'origin': 'o', 'version': 1, 'categories': ['a.b', 'c'], 'culprit': {'code': true}";

        assertThat(read("{'version': {'major': 5}, 'issues': [{%s}]}".formatted(issue))
                        .get(Kind.ISSUES))
                .containsExactly(Map.entry("o:i", "o:i\t1\to\t{\"a.b\",\"c\"}\t\\N\t\\N\t{\"code\":true}\t\\N\t\\N\n"));
    }

    /** Whatever comes, it is taken or refused with a reason; the same bits in other places for every seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void neverFailsOtherwise(long seed) {
        byte[] good = quoted(
                        "{'version': {'major': 4, 'minor': 1}, 'checkouts': [{%s, 'valid': true}], 'builds': [{%s, 'valid': false}], 'tests': [{%s, 'waived': false, 'misc': {'a': [1, null]}}], 'issues': [{%s}], 'incidents': [{%s, 'test_id': 'o:t'}]}"
                                .formatted(CHECKOUT, BUILD, TEST, ISSUE, INCIDENT))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            byte[] spoilt = good.clone();
            for (int change = 0; change <= random.nextInt(3); change++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) "{}[]\",:0nft\\u ".charAt(random.nextInt(14));
            }
            try {
                assertThat(SubmissionReader.read(spoilt)).isNotEmpty();
            } catch (Unusable unusable) {
                assertThat(unusable.getMessage()).startsWith("/");
            }
        }
    }

    private static String document(String version, Kind kind, String member) {
        return "{'version': %s, '%s': [{%s, %s}]}".formatted(version, kind.key(), object(kind), member);
    }

    private static String object(Kind kind) {
        return switch (kind) {
            case CHECKOUTS -> CHECKOUT;
            case BUILDS -> BUILD;
            case TESTS -> TEST;
            case ISSUES -> ISSUE;
            case INCIDENTS -> INCIDENT;
        };
    }

    private static String least(Kind kind) {
        return object(kind).replace(" ", "");
    }

    private static Map<Kind, SortedMap<String, String>> read(String document) {
        return SubmissionReader.read(quoted(document).getBytes(StandardCharsets.UTF_8));
    }

    private static String only(Kind kind, String document) {
        var objects = SubmissionReader.upgraded(quoted(document).getBytes(StandardCharsets.UTF_8))
                .path(kind.key());
        assertThat(objects).hasSize(1);
        return objects.get(0).toString();
    }

    private static void assertRefused(String document, String reason) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(Unusable.class)
                .message()
                .startsWith(reason);
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
