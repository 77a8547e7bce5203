package org.kcibridge.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.kind.UnitTest;

/** What each format's samples come to, case by case. */
@UnitTest
class ResultsFormatTest {

    static Stream<Arguments> samples() {
        return Arrays.stream(ResultsFormat.values())
                .flatMap(format -> Golden.of(format).stream().map(golden -> Arguments.of(format, golden)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("samples")
    void readsWhatAKernelTesterWouldExpect(ResultsFormat format, Golden golden) throws IOException {
        // TAP knows nothing of suites.
        Optional<String> suite = format == ResultsFormat.TAP ? Optional.of("suite") : Optional.empty();
        try (InputStream in = golden.open()) {
            assertThat(Golden.text(format.read(in, suite))).isEqualTo(golden.expected());
        }
    }

    @ParameterizedTest
    @EnumSource(ResultsFormat.class)
    void hasSamples(ResultsFormat format) {
        assertThat(Golden.of(format)).hasSizeGreaterThanOrEqualTo(3);
    }

    /** LAVA says itself which suites there are. */
    static Stream<Arguments> samplesOfAnySuite() {
        return samples().filter(sample -> sample.get()[0] != ResultsFormat.LAVA);
    }

    @ParameterizedTest
    @MethodSource("samplesOfAnySuite")
    void takesTheSuiteThatWasAskedFor(ResultsFormat format, Golden golden) throws IOException {
        try (InputStream in = golden.open()) {
            assertThat(format.read(in, Optional.of("asked-for")))
                    .extracting(CaseResult::suite)
                    .containsOnly("asked-for");
        }
    }

    @Test
    void takesOfLavasSuitesTheOneThatWasAskedFor() throws IOException {
        Golden two = Golden.of(ResultsFormat.LAVA).stream()
                .filter(golden -> golden.toString().startsWith("two"))
                .findFirst()
                .orElseThrow();

        try (InputStream in = two.open()) {
            assertThat(ResultsFormat.LAVA.read(in, Optional.of("ltp-math")))
                    .hasSize(3)
                    .extracting(CaseResult::suite)
                    .containsOnly("ltp-math");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/x-ktap, KTAP",
        "application/x-ktap, KTAP",
        "Text/X-KTAP;charset=UTF-8, KTAP",
        "text/x-tap, TAP",
        "application/tap ; a=b, TAP",
        "application/junit+xml, JUNIT",
        "application/xml, JUNIT",
        "text/xml, JUNIT",
        "application/vnd.lava.results+json, LAVA"
    })
    void goesByItsMediaTypes(String mediaType, ResultsFormat format) {
        assertThat(ResultsFormat.of(mediaType)).contains(format);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "''", "text/x-ktapp", "application/json", "*/*"})
    void doesNotGuess(String mediaType) {
        assertThat(ResultsFormat.of(mediaType)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ResultsFormat.class)
    void readsNoMoreThanItMay(ResultsFormat format) {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) ' ');
                return length;
            }
        };

        assertThatThrownBy(() -> format.read(endless, Optional.empty()))
                .isInstanceOf(MalformedResults.class)
                .hasMessageContaining("67,108,864");
    }

    @ParameterizedTest
    @EnumSource(ResultsFormat.class)
    void leavesTroubleOfTheSourceToWhoeverReads(ResultsFormat format) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client went away");
            }
        };

        assertThatThrownBy(() -> format.read(broken, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the client went away");
    }

    @Test
    void keepsTheEndOfWhatACaseWrote() throws IOException {
        String talkative = "x".repeat(100).concat("\n").repeat(10_000);
        List<CaseResult> results = ResultsFormat.KTAP.read(
                new ByteArrayInputStream((talkative + "the reason\nnot ok 1 talks\n").getBytes(UTF_8)),
                Optional.empty());

        assertThat(results.get(0).log()).hasSize(16_384).endsWith("x\nthe reason");
    }
}
