package org.kcibridge.submission.kcidb;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** Each mutation spoils one valid document in one place, and has to be refused for that place and that reason. */
@UnitTest
class KcidbSchemaTest {

    private static final KcidbSchema SCHEMA = new KcidbSchema();
    private static final JsonObject FULL = Json.createReader(KcidbSchemaTest.class.getResourceAsStream("full.json"))
            .readObject();

    @Test
    void acceptsADocumentThatUsesEverything() {
        assertThat(SCHEMA.violations(FULL.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void refuses(String pointer, String value, String at, String reason) {
        assertThat(SCHEMA.violations(with(pointer, value).toString()))
                .as("%s = %s", pointer, value)
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).startsWith(at + ": "))
                .anySatisfy(violation -> assertThat(violation).contains(reason));
    }

    static Stream<Arguments> mutations() {
        String nul = "'a\\u0000b'";
        return Stream.of(
                spoilt("/version/major", "4", "must be the constant value"),
                spoilt("/version/minor", "4", "maximum"),
                spoilt("/version/minor", "'3'", "integer expected"),
                at("/version/patch", "1", "/version", "'patch'"),
                at("/version/major", null, "/version", "'major'"),
                at("/boots", "[]", "/", "'boots'"),
                spoilt("/tests", "null", "null found, array expected"),
                spoilt("/tests", "{}", "array expected"),
                spoilt("/builds/0", "[]", "object expected"),
                // identity
                spoilt("/checkouts/0/id", "'Riscv:1'", "pattern"),
                spoilt("/checkouts/0/id", "'riscv'", "pattern"),
                spoilt("/checkouts/0/id", "'riscv:a\\u0000'", "pattern"),
                spoilt("/builds/0/id", text("riscv:", 2_001), "2000"),
                spoilt("/builds/0/checkout_id", "':c1'", "pattern"),
                spoilt("/tests/0/build_id", "null", "string expected"),
                spoilt("/builds/0/origin", "'risc-v'", "pattern"),
                spoilt("/builds/0/origin", "'riscv\\n'", "pattern"),
                spoilt("/builds/0/origin", text("", 101), "100"),
                at("/builds/0/checkout_id", null, "/builds/0", "'checkout_id'"),
                at("/tests/0/origin", null, "/tests/0", "'origin'"),
                at("/incidents/0/issue_version", null, "/incidents/0", "'issue_version'"),
                at("/builds/0/valid", "true", "/builds/0", "'valid'"),
                at("/tests/0/_private", "1", "/tests/0", "'_private'"),
                // text
                spoilt("/builds/0/comment", "null", "string expected"),
                spoilt("/builds/0/comment", nul, "pattern"),
                spoilt("/builds/0/command", "'\\ud83d'", "pattern"),
                spoilt("/builds/0/log_excerpt", text("", 16_385), "16384"),
                spoilt("/builds/0/config_name", text("", 2_001), "2000"),
                spoilt("/builds/0/compiler", text("", 2_001), "2000"),
                spoilt("/builds/0/architecture", "'x86-64'", "pattern"),
                spoilt("/builds/0/architecture", "'riscv\\n'", "pattern"),
                // sources
                at("/checkouts/0/start_time", null, "/checkouts/0", "'start_time'"),
                spoilt("/checkouts/0/git_repository_url", "'git://example.org/linux'", "pattern"),
                spoilt("/checkouts/0/git_repository_url", "'http://example.org/linux'", "pattern"),
                spoilt("/checkouts/0/git_commit_hash", text("", 41), "pattern"),
                spoilt("/checkouts/0/git_commit_hash", "'0F61B1860CC3F52AEF9036D7235ED1F017632193'", "pattern"),
                spoilt("/checkouts/0/git_commit_hash", "'0f61b1860cc3f52aef9036d7235ed1f017632193\\n'", "pattern"),
                spoilt("/checkouts/0/patchset_hash", "'0f61'", "pattern"),
                spoilt("/checkouts/0/patchset_hash", "'\\n'", "pattern"),
                spoilt("/checkouts/0/message_id", "'nobody'", "email"),
                spoilt("/checkouts/0/valid", "'true'", "boolean expected"),
                // addresses
                spoilt("/builds/0/log_url", "''", "uri"),
                spoilt("/builds/0/log_url", "'build.log'", "uri"),
                spoilt("/builds/0/log_url", "'https://example.org/a b'", "uri"),
                spoilt("/builds/0/output_files/0/url", "'/a'", "uri"),
                spoilt("/builds/0/output_files/0/name", "'a/b'", "pattern"),
                spoilt("/builds/0/output_files/0/name", "''", "pattern"),
                at("/builds/0/output_files/0/size", "1", "/builds/0/output_files/0", "'size'"),
                // numbers and verdicts
                spoilt("/builds/0/duration", "'412'", "number expected"),
                spoilt("/builds/0/duration", "1e999", "number expected"),
                spoilt("/builds/0/status", "'UNKNOWN'", "enumeration"),
                spoilt("/builds/0/status", "'pass'", "enumeration"),
                at("/tests/0/number/value", null, "/tests/0/number", "'value'"),
                spoilt("/tests/0/number/prefix", "'kilo'", "enumeration"),
                spoilt("/issues/0/version", "-1", "minimum"),
                spoilt("/issues/0/version", "1.5", "integer expected"),
                spoilt("/issues/0/version", "2147483648", "maximum"),
                // tests
                spoilt("/tests/0/path", "'ltp/case'", "pattern"),
                spoilt("/tests/0/path", "'.ltp'", "pattern"),
                spoilt("/tests/0/path", "'ltp.'", "pattern"),
                spoilt("/tests/0/path", "'ltp..case'", "pattern"),
                spoilt("/tests/0/path", "'ltp\\n'", "pattern"),
                spoilt("/tests/0/path", "'ltp.\\n'", "pattern"),
                spoilt("/tests/0/path", text("", 2_001), "2000"),
                spoilt("/issues/0/categories/0", "'a b'", "pattern"),
                spoilt("/tests/0/environment/compatible/0", "'a b'", "pattern"),
                spoilt("/tests/0/environment/compatible/0", "''", "pattern"),
                at("/tests/0/environment/platform", "'x'", "/tests/0/environment", "'platform'"),
                // what is said first is kept for ever
                at("/builds/0/status", null, "/builds/0", "'status'"),
                at("/builds/0/misc", null, "/builds/0", "'misc'"),
                at("/tests/0/status", null, "/tests/0", "'status'"),
                at("/tests/0/misc", null, "/tests/0", "'misc'"),
                // misc
                spoilt("/builds/0/misc", "'text'", "object expected"),
                spoilt("/builds/0/misc/lab", "7", "string expected"),
                spoilt("/tests/0/misc/runtime", "null", "string expected"),
                spoilt("/tests/0/environment/misc/platform", text("", 101), "100"),
                spoilt("/builds/0/misc/deep/0/a/3", nul, "pattern"),
                spoilt("/issues/0/misc/x", "1e400", "unknown found"),
                spoilt("/issues/0/misc/x", "9".repeat(400), "maximum"),
                at("/checkouts/0/misc/x", "{'a':['\\udc00']}", "/checkouts/0/misc/x/a/0", "pattern"),
                at("/checkouts/0/misc/x", "{'a\\u0000':1}", "/checkouts/0/misc/x", "name is not valid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T10:00:00",
                "2026-03-02 10:00:00Z",
                "2026-03-02T10:00:60Z",
                "2026-12-31T23:59:60Z",
                "0000-03-02T10:00:00Z",
                "2026-02-30T10:00:00Z",
                "2026-03-02T24:00:00Z",
                "2026-03-02T10:00Z",
                "2026-03-02T10:00:00+0000",
                "2026-03-02",
                "1772446904",
                "2026-03-02T10:00:00Z\\n",
                ""
            })
    void refusesTimesTheIngesterRefuses(String time) {
        assertThat(SCHEMA.violations(
                        with("/builds/0/start_time", "'" + time + "'").toString()))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).startsWith("/builds/0/start_time: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/tests               | []",
                "/version/minor       | 0",
                "/version/minor       | NONE",
                "/tests/0/path        | ''",
                "/builds/0/id         | 'riscv:'",
                "/checkouts/0/patchset_hash | ''",
                "/builds/0/misc/big   | 123456789012345678901234567890",
            })
    void acceptsWhatIsUnusualButFine(String pointer, String value) {
        assertThat(SCHEMA.violations(
                        with(pointer, value.equals("NONE") ? null : value).toString()))
                .isEmpty();
    }

    @Test
    void countsExcerptsInCharacters() {
        String smiles = "'" + "\uD83D\uDE00".repeat(16_384) + "'";

        assertThat(SCHEMA.violations(with("/builds/0/log_excerpt", smiles).toString()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":{\"major\":5,\"minor\":3}}",
                "{\"version\":{\"major\":5},\"tests\":[],\"builds\":[]}"
            })
    void refusesADocumentWithoutObjects(String document) {
        assertThat(SCHEMA.violations(document)).containsExactly("/: has no objects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"hi\"", "null", "{", "{\"version\":NaN}", "nonsense"})
    void refusesWhatIsNoDocument(String document) {
        assertThat(SCHEMA.violations(document)).isNotEmpty().allSatisfy(violation -> assertThat(violation)
                .startsWith("/: "));
    }

    @Test
    void refusesNestingTheEndpointCannotRead() {
        String deep = FULL.toString().replace("\"nothing\":null", "\"x\":" + "[".repeat(50_000) + "]".repeat(50_000));

        assertThat(SCHEMA.violations(deep)).hasSize(1);
    }

    @Test
    void saysLittleHoweverMuchIsWrong() {
        String secret = "s3cr3t".repeat(6_000);
        String build = "{\"status\":\"" + secret + "\",\"" + secret + "\":1}";
        String document = "{\"version\":{\"major\":5},\"builds\":["
                + String.join(",", IntStream.range(0, 500).mapToObj(i -> build).toList()) + "]}";

        List<String> violations = SCHEMA.violations(document);

        assertThat(violations).hasSize(20).allSatisfy(violation -> assertThat(violation)
                .hasSizeLessThan(700)
                .doesNotContain("\n"));
    }

    @Test
    void copesWithBacklogs() {
        String build = FULL.getJsonArray("builds").get(0).toString();
        String document = "{\"version\":{\"major\":5},\"builds\":["
                + String.join(
                        ",", IntStream.range(0, 5_000).mapToObj(i -> build).toList()) + "]}";

        assertThat(SCHEMA.violations(document)).isEmpty();
    }

    @Test
    void mayBeUsedByManyThreads() {
        String bad = with("/builds/0/status", "'UNKNOWN'").toString();
        String good = FULL.toString();

        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(
                                i -> SCHEMA.violations(i % 2 == 0 ? good : bad).size())
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(200);
    }

    private static Arguments spoilt(String pointer, String value, String reason) {
        return at(pointer, value, pointer, reason);
    }

    private static Arguments at(String pointer, String value, String at, String reason) {
        return Arguments.of(pointer, value, at, reason);
    }

    private static String text(String prefix, int length) {
        return "'" + prefix + "a".repeat(length - prefix.length()) + "'";
    }

    private static JsonObject with(String pointer, String value) {
        JsonPointer place = Json.createPointer(pointer);
        if (value == null) {
            return place.remove(FULL);
        }
        JsonValue json =
                Json.createReader(new StringReader(value.replace('\'', '"'))).readValue();
        return place.containsValue(FULL) ? place.replace(FULL, json) : place.add(FULL, json);
    }
}
