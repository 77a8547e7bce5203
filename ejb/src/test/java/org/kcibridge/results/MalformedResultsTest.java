package org.kcibridge.results;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** What cannot be made sense of is refused as a whole, and the sender hears where and why. Line feeds are written as bars. */
@UnitTest
class MalformedResultsTest {

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "KTAP; 2; ok 1|KTAP version 2|ok 2; KTAP version 2 is not known",
                "KTAP; 1; TAP version 12|ok 1; TAP version 12 is not known",
                "KTAP; 2; KTAP version 1|1..20001; 20,001 cases are more than are taken",
                "KTAP; 0; KTAP version 1; no result in it",
                "KTAP; 0; 1..0; no result in it",
                "KTAP; 0; all is ok|# ok; no result in it",
                "TAP; 1; KTAP version 1|1..1|ok 1; KTAP version 1 is not known here",
                "TAP; 1; TAP version 14|1..1|ok 1; TAP version 14 is not known here",
                "TAP; 2; ok 1|TAP version 13|1..1; the version belongs at the beginning",
                "TAP; 3; 1..1|ok 1|1..1; there is a plan already",
                "TAP; 3; 1..1|ok 1|ok 2; test 2 is not in the plan",
                "TAP; 1; ok 0|1..1; test 0 is not in the plan",
                "TAP; 2; ok 3|1..2; test 3 is not in the plan",
                "TAP; 3; ok 1|# again|not ok 1|1..2; test 1 is there twice",
                "TAP; 3; ok 1|1..2|ok 2; a result follows the plan at the end",
                "TAP; 2; ok 1|  ---|  message: x|ok 2|1..2; the block that begins here never ends",
                "TAP; 1; ok 999999999|1..1; test 999999999 is not in the plan",
                "TAP; 1; 1..999999999; cases are more than are taken",
                "TAP; 0; nothing at all; no result in it",
                "TAP; 0; 1..0; no result in it",
                "JUNIT; 1; nothing at all; not XML: Content is not allowed in prolog.",
                "JUNIT; 2; <testsuite>|<testcase name='a'></testsuite>; not XML: ",
                "JUNIT; 1; <testsuite><testcase name='a'/>; not XML: ",
                "JUNIT; 1; <testsuite><testcase/></testsuite>; a test case has no name",
                "JUNIT; 1; <testsuite><testcase name=' '/></testsuite>; a test case has no name",
                "JUNIT; 1; <html/>; <html> is not the beginning of JUnit XML",
                "JUNIT; 0; <testsuite/>; no test case in it",
                "LAVA; 1; nothing at all; not JSON",
                "LAVA; 3; {'0_suite':|{'a':|7}}; 'a' is not a case",
                "LAVA; 0; {}; no result in it",
                "JUNIT; 2; <testsuite><testcase name='a'>|<testcase name='b'/></testcase></testsuite>; within a test case"
            })
    void saysWhereAndWhy(ResultsFormat format, long line, String text, String reason) {
        MalformedResults malformed = malformed(
                format,
                text.replace('|', '\n')
                        .replace('\'', format == ResultsFormat.LAVA ? '"' : '\'')
                        .getBytes(UTF_8));

        assertThat(malformed.line()).isEqualTo(line);
        assertThat(malformed.reason()).contains(reason).hasLineCount(1);
        assertThat(malformed.getMessage()).startsWith(line == 0 ? malformed.reason() : "line " + line + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE testsuite SYSTEM 'file:///etc/passwd'><testsuite><testcase name='a'/></testsuite>",
                "<!DOCTYPE testsuite [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='a'><failure>&x;</failure></testcase></testsuite>",
                "<!DOCTYPE testsuite [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> %x;]><testsuite><testcase name='a'/></testsuite>",
                "<!DOCTYPE testsuite [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><testsuite><testcase name='&b;'/></testsuite>",
                "<testsuite><testcase name='a'><failure>&unknown;</failure></testcase></testsuite>"
            })
    void takesNoDocumentTypesAndNoEntities(String xml) {
        assertThat(malformed(ResultsFormat.JUNIT, xml.getBytes(UTF_8)).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "UTF-16, UTF-16", "UTF-16, UTF-16LE", "UTF-16, UTF-16BE", "ISO-8859-1, ISO-8859-1"})
    void readsXmlInTheEncodingItSays(String said, Charset charset) throws IOException {
        String xml = "<?xml version='1.0' encoding='%s'?><testsuite name='s'><testcase name='ü'/></testsuite>";

        assertThat(read(ResultsFormat.JUNIT, xml.formatted(said).getBytes(charset)))
                .extracting(CaseResult::name)
                .containsExactly(List.of("ü"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsXmlThatBeginsWithAMark(Charset charset) throws IOException {
        String xml = "\uFEFF<testsuite name='s'><testcase name='ü'/></testsuite>";

        assertThat(read(ResultsFormat.JUNIT, xml.getBytes(charset))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"encoding='none'", "encoding='?'", "encoding='US-ASCII'", "standalone='yes'"})
    void refusesXmlInAnotherEncodingThanItSays(String declared) {
        String xml = "<?xml version='1.0' %s?>\n<testsuite name='ü'/>".formatted(declared);

        assertThat(malformed(ResultsFormat.JUNIT, xml.getBytes(ISO_8859_1)).reason())
                .startsWith("not XML: ");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        StringBuilder ktap = new StringBuilder();
        for (int depth = 0; depth < 40; depth++) {
            ktap.append("  ".repeat(depth)).append("KTAP version 1\n");
        }

        assertThat(malformed(ResultsFormat.KTAP, ktap.toString().getBytes(UTF_8)))
                .hasMessage("line 33: the results are nested too deeply");
        assertThat(malformed(ResultsFormat.JUNIT, "<testsuite>".repeat(40).getBytes(UTF_8)))
                .hasMessage("line 1: it is nested too deeply");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {"KTAP; ~~; ok|", "TAP; ~~; ok|", "JUNIT; <testsuite>; <testcase name='a'/>|"})
    void refusesMoreCasesThanAnybodyHas(ResultsFormat format, String before, String one) {
        String text = before + one.replace('|', '\n').repeat(20_001);

        assertThat(malformed(format, text.getBytes(UTF_8)).line()).isEqualTo(20_001);
    }

    @Test
    void refusesMoreCasesOfLavaThanAnybodyHas() {
        String text = IntStream.rangeClosed(1, 20_001)
                .mapToObj("\"%d\":{\"result\":\"pass\"}"::formatted)
                .collect(Collectors.joining(",", "{\"0_suite\":{", "}}"));

        assertThat(malformed(ResultsFormat.LAVA, text.getBytes(UTF_8)).reason()).contains("more than 20,000 cases");
    }

    @Test
    void takesAsManyCasesAsItSays() throws IOException {
        assertThat(read(ResultsFormat.KTAP, "ok\n".repeat(20_000).getBytes(UTF_8)))
                .hasSize(20_000);
    }

    @ParameterizedTest
    @EnumSource(ResultsFormat.class)
    void refusesEmptiness(ResultsFormat format) {
        assertThatThrownBy(() -> read(format, new byte[0])).isInstanceOf(MalformedResults.class);
        assertThatThrownBy(() -> read(format, new byte[100])).isInstanceOf(MalformedResults.class);
    }

    private static MalformedResults malformed(ResultsFormat format, byte[] bytes) {
        return catchThrowableOfType(MalformedResults.class, () -> read(format, bytes));
    }

    private static List<CaseResult> read(ResultsFormat format, byte[] bytes) throws IOException {
        return format.read(new ByteArrayInputStream(bytes), Optional.empty());
    }
}
