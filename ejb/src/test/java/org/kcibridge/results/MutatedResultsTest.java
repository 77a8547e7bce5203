package org.kcibridge.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.kind.UnitTest;

/**
 * Samples that were damaged at random come to results or to {@link MalformedResults}, and to nothing else. Damage follows from
 * a seed, which a failure names, and the seeds are the same in every run.
 */
@UnitTest
class MutatedResultsTest {

    private static final int SEEDS = 2_000;

    private static final List<String> PIECES = List.of(
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
        byte[] sample = golden.bytes();
        for (long seed = 0; seed < SEEDS; seed++) {
            tryOne(format, sample, seed);
        }
    }

    private static void tryOne(ResultsFormat format, byte[] sample, long seed) {
        byte[] damaged = damaged(sample, new Random(seed));
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

    private static byte[] damaged(byte[] sample, Random random) {
        byte[] damaged = sample;
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            damaged = damagedOnce(damaged, random);
        }
        return damaged;
    }

    private static byte[] damagedOnce(byte[] sample, Random random) {
        int from = random.nextInt(sample.length + 1);
        int to = from + random.nextInt(Math.min(200, sample.length - from + 1));
        byte[] middle =
                switch (random.nextInt(6)) {
                    case 0 -> new byte[0];
                    case 1 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
                    case 2 -> noise(random);
                    case 3 -> twice(Arrays.copyOfRange(sample, from, to));
                    case 4 -> Arrays.copyOfRange(sample, 0, Math.min(500, sample.length));
                    default -> new byte[] {(byte) random.nextInt(256)};
                };
        // Half of the time something is put in, half of the time it takes the place of something.
        int end = random.nextBoolean() ? from : to;
        return join(Arrays.copyOf(sample, from), middle, Arrays.copyOfRange(sample, end, sample.length));
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] twice(byte[] part) {
        return join(part, part);
    }

    private static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
