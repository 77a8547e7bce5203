package org.kcibridge.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.fuzz.Damage;
import org.kcibridge.kind.UnitTest;

/** Samples that were damaged at random come to results or to {@link MalformedResults}, and to nothing else. */
@UnitTest
class MutatedResultsTest {

    private static final Damage DAMAGE = new Damage(
            "\n",
            "\r",
            " ",
            "    ",
            "# ",
            "#",
            "ok 1",
            "not ok",
            "1..3",
            "1..0 # SKIP",
            "KTAP version 1",
            "TAP version 13",
            "# Subtest: a",
            "# selftests: a: b",
            "Bail out!",
            "  ---",
            "  ...",
            "[   12.345678] ",
            "<6>[ 1.0][ T1] ",
            "<testsuite>",
            "</testsuite>",
            "<testcase name='a'>",
            "</testcase>",
            "<failure>",
            "</failure>",
            "<skipped/>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<!DOCTYPE a>",
            "&x;",
            "&#0;",
            "&lt;",
            "<?xml version='1.1'?>",
            "\0",
            "\ud83d\ude00",
            "name=''",
            "time='9,9'",
            "99999999999999999999");

    static Stream<Arguments> samples() {
        return Arrays.stream(ResultsFormat.values())
                .flatMap(format -> Golden.of(format).stream().map(golden -> Arguments.of(format, golden)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("samples")
    void comeToResultsOrAreMalformed(ResultsFormat format, Golden golden) {
        DAMAGE.each(golden.bytes(), (seed, damaged) -> tryOne(format, damaged, seed));
    }

    private static void tryOne(ResultsFormat format, byte[] damaged, long seed) {
        try {
            List<CaseResult> results = format.read(new ByteArrayInputStream(damaged), Optional.empty());
            assertThat(results).as("seed %d", seed).isNotEmpty().hasSizeLessThanOrEqualTo(20_001);
        } catch (MalformedResults malformed) {
            assertThat(malformed.reason()).as("seed %d", seed).isNotBlank().hasLineCount(1);
            assertThat(malformed.line()).as("seed %d", seed).isBetween(0L, (long) damaged.length + 1);
        } catch (IOException | RuntimeException | StackOverflowError other) {
            fail("seed %d: %s".formatted(seed, new String(damaged, UTF_8)), other);
        }
    }
}
