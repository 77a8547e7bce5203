package org.kcibridge.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.results.TestObjects;
import org.kcibridge.results.TestRun;
import org.kcibridge.submission.kcidb.KcidbSchema;

/** Whatever a lab may call things, KCIDB can take what is made of them, and each result stays one of its own. */
@UnitTest
class LabValidityTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-25T01:02:03Z");
    private static final String SIGNS = "aB7_-. :/\\\"'#~€😀\u0000\u0007";
    private static final String[] WORDS = LabCase.WORDS.split("\\|");

    @Test
    void everythingALabHandsInIsFitForKcidb() {
        KcidbSchema schema = new KcidbSchema();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            LabRun run =
                    new LabRun(text(random, 30), "maestro:" + text(random, 30), text(random, 30), text(random, 30));
            TestRun testRun = run.testRun("riscv", NOW, Optional.empty(), JsonValue.EMPTY_JSON_ARRAY);
            List<LabCase> cases =
                    IntStream.range(0, 30).mapToObj(i -> labCase(random)).toList();

            List<JsonObject> tests =
                    TestObjects.of(testRun, cases.stream().map(LabCase::result).toList());

            Report.Builder report = Report.builder();
            tests.forEach(test -> report.add(Kind.TESTS, test));
            assertThat(schema.violations(report.build().toJson().toString()))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(tests)
                    .as("seed %d", seed)
                    .extracting(test -> test.getString("id"))
                    .doesNotHaveDuplicates();
        }
    }

    /** Names are short, so that some of them are equal. */
    private static LabCase labCase(Random random) {
        Optional<String> log = random.nextBoolean() ? Optional.of(text(random, 40_000)) : Optional.empty();
        return new LabCase(text(random, 3), text(random, 3), WORDS[random.nextInt(WORDS.length)], log);
    }

    private static String text(Random random, int longest) {
        int[] signs = SIGNS.codePoints().toArray();
        return "x"
                + random.ints(random.nextInt(longest), 0, signs.length)
                        .map(place -> signs[place])
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }
}
