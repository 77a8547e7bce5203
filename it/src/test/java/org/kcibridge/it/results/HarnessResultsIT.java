package org.kcibridge.it.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** Results reach KCIDB in the format in which a harness has written them. */
@IntegrationTest
class HarnessResultsIT extends BridgeTest {

    private static final String KTAP =
            """
            TAP version 13
            1..2
            # selftests: net: tls
            # TAP version 13
            # 1..2
            # # kTLS is built in
            # ok 1 sendfile
            # not ok 2 splice
            not ok 1 selftests: net: tls # exit=1
            ok 2 selftests: mm: hugetlb # SKIP no huge pages
            """;

    private static final String TAP = "1..2\nok 1 opens\nnot ok 2 reads\n# got nothing\n";

    private static final String JUNIT =
            """
            <testsuites><testsuite name="igt">
              <testcase name="kms_plane" time="1.5"/>
              <testcase name="kms_cursor"><failure message="no cursor">seen at line 7</failure></testcase>
            </testsuite></testsuites>
            """;

    private static final String LAVA =
            """
            {"lava": {"login-action": {"result": "pass", "duration": "20.1"}, "0_ltp-math": {"result": "pass", "uuid": "1_1"}},
             "0_ltp-math": {"float_bessel": {"result": "pass"}, "float_trigo": {"result": "fail"}}}
            """;

    private final Lab lab = new Lab(api);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "text/x-ktap, KTAP, kselftest.net.tls.sendfile PASS, kselftest.net.tls.splice FAIL, kselftest.net.tls FAIL, kselftest.mm.hugetlb SKIP",
        "text/x-tap, TAP, tap.opens PASS, tap.reads FAIL,,",
        "application/junit+xml, JUNIT, igt.kms_plane PASS, igt.kms_cursor FAIL,,",
        "application/xml;charset=UTF-8, JUNIT, igt.kms_plane PASS, igt.kms_cursor FAIL,,",
        "application/vnd.lava.results+json, LAVA, boot PASS, ltp.float_bessel PASS, ltp.float_trigo FAIL,"
    })
    void makesATestOfEachCase(String type, String sample, String first, String second, String third, String fourth) {
        Reply reply = lab.submit(type, sample(sample), Map.of());

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().getJsonArray("created").getValuesAs(JsonObject.class))
                .extracting(test -> test.getString("path") + " " + test.getString("status"))
                .containsExactlyElementsOf(Arrays.asList(first, second, third, fourth).stream()
                        .filter(expected -> expected != null)
                        .toList());
        JsonObject document = delivered();
        assertThat(new KcidbSchema().violations(document.toString())).isEmpty();
        assertThat(document.getJsonArray("tests").getValuesAs(JsonObject.class)).allSatisfy(test -> {
            assertThat(test.getString("id")).startsWith("riscv:lab-riscv:4711_");
            assertThat(test.getString("build_id")).isEqualTo(Lab.BUILD);
            assertThat(test.getJsonObject("environment").getJsonObject("misc").getString("platform"))
                    .isEqualTo("qemu-riscv64");
        });
    }

    @Test
    void keepsWhatPeopleCanReadAsLogOfEachTest() {
        lab.submit("text/x-ktap", KTAP, Map.of());

        List<JsonObject> tests = delivered().getJsonArray("tests").getValuesAs(JsonObject.class);
        assertThat(tests)
                .extracting(test -> test.getString("log_url"))
                .hasSize(4)
                .containsOnly(tests.get(0).getString("log_url"));
        assertThat(Lab.follow(tests.get(0).getString("log_url")).body())
                .asString()
                .isEqualTo(KTAP);
        assertThat(tests.get(0).getString("log_excerpt")).isEqualTo("# # kTLS is built in");
    }

    @Test
    void keepsWhatProgramsReadAsOutputOfEachTest() {
        lab.submit("text/xml", JUNIT, Map.of());

        JsonObject test = delivered().getJsonArray("tests").getJsonObject(1);
        JsonObject output = test.getJsonArray("output_files").getJsonObject(0);
        assertThat(test.containsKey("log_url")).isFalse();
        assertThat(test.getString("log_excerpt")).isEqualTo("seen at line 7");
        assertThat(test.getString("comment")).isEqualTo("no cursor");
        assertThat(output.getString("name")).isEqualTo("results.xml");
        assertThat(Lab.follow(output.getString("url")).body()).asString().isEqualTo(JUNIT);
    }

    @Test
    void takesTheSuiteFromTheQuery() {
        Reply reply = lab.submit("text/x-tap", TAP, Map.of("test_collection", "kvm-unit-tests"));

        assertThat(reply.json().getJsonArray("created").getJsonObject(0).getString("path"))
                .isEqualTo("kvm-unit-tests.opens");
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        lab.submit("text/x-ktap", KTAP, Map.of());

        Reply again = lab.submit("application/x-ktap", KTAP, Map.of());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().getInt("known")).isEqualTo(4);
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
    }

    @Test
    void refusesWhatContradictsWhatKcidbWillKeep() {
        lab.submit("text/x-tap", TAP, Map.of());

        Reply other = lab.submit("text/x-tap", TAP.replace("not ok", "ok"), Map.of());

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().getJsonArray("errors").getJsonObject(0).getString("message"))
                .isEqualTo("riscv:lab-riscv:4711_tap_reads was reported before as FAIL, of build " + Lab.BUILD
                        + " on qemu-riscv64");
        assertThat(database.count("select count(*) from artefact")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "text/x-ktap; KTAP version 1|1..0; there is no result in it",
                "text/x-ktap; ok 1|KTAP version 7; line 2: KTAP version 7 is not known",
                "text/x-tap; 1..1|ok 1|ok 2; line 3: test 2 is not in the plan",
                "application/junit+xml; <testsuite>|<testcase/></testsuite>; line 2: a test case has no name",
                "application/xml; <!DOCTYPE a SYSTEM 'file:///etc/passwd'><testsuite/>; line 1: a document type is refused",
                "application/vnd.lava.results+json; [; line 1: "
            })
    void saysInWhichLineADocumentIsMalformed(String type, String document, String message) {
        Reply reply = lab.submit(type, document.replace('|', '\n'), Map.of());

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getString("message"))
                .startsWith(message);
        assertThat(database.count("select (select count(*) from tests) + (select count(*) from artefact)"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "test_uid, ''",
        "test_uid, a b",
        "build_id, ''",
        "build_id, nothing",
        "device, ''",
        "runtime, ''",
        "test_collection, 'a\nb'"
    })
    void namesTheParameterThatIsMissingOrWrong(String parameter, String value) {
        Reply reply = lab.submit("text/x-tap", TAP, Map.of(parameter, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "text/html", "application/json"})
    void listsTheFormatsItReads(String type) {
        Reply reply = lab.submit(type, TAP, Map.of());

        assertThat(reply.status()).isEqualTo(415);
        for (String known :
                List.of("text/x-ktap", "text/x-tap", "application/junit+xml", "application/vnd.lava.results+json")) {
            assertThat(reply.json().getString("detail")).contains(known);
            assertThat(reply.header("Accept")).contains(known);
        }
    }

    /** What curl sends when nobody tells it otherwise; that parameters are missing is not what went wrong. */
    @Test
    void saysFirstThatTheFormatIsNotKnown() {
        Reply reply = lab.submit(
                "application/x-www-form-urlencoded",
                "{}",
                Map.of("test_uid", "", "build_id", "", "device", "", "runtime", ""));

        assertThat(reply.status()).isEqualTo(415);
    }

    @Test
    void readsNoFormatThatHasNoName() {
        assertThat(lab.submit(null, TAP, Map.of()).status()).isEqualTo(415);
    }

    @Test
    void takesNoDocumentWithoutEnd() {
        byte[] tooLarge = new byte[10 * 1024 * 1024 + 1];

        assertThat(lab.submit("text/x-ktap", tooLarge, Map.of()).status()).isEqualTo(413);
    }

    @Test
    void takesADocumentThatIsJustNotTooLarge() {
        String ktap = "KTAP version 1\n1..1\nok 1 talks\n";
        String document = ktap + "#".repeat(99).concat("\n").repeat(104_857) + "#";
        assertThat(document).hasSizeBetween(10 * 1024 * 1024 - 100, 10 * 1024 * 1024);

        Reply reply = lab.submit("text/x-ktap", document, Map.of());

        assertThat(reply.status()).isEqualTo(201);
        String url = reply.json().getJsonArray("created").getJsonObject(0).getString("log_url");
        assertThat(Lab.follow(url).body()).asString().isEqualTo(document);
    }

    private static String sample(String name) {
        return switch (name) {
            case "KTAP" -> KTAP;
            case "TAP" -> TAP;
            case "JUNIT" -> JUNIT;
            default -> LAVA;
        };
    }

    private JsonObject delivered() {
        await("KCIDB has it").atMost(PATIENCE).until(() -> !kcidb.documents().isEmpty());
        return kcidb.documents().get(0).object();
    }
}
