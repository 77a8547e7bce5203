package org.kcibridge.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.KcidbText;

@UnitTest
class UsefulExcerptTest {

    private static final String LINE = "[    1.000000] nothing to see here\n";
    private static final String OOPS =
            "[   12.345678] Unable to handle kernel paging request at virtual address dead\n";

    @Test
    void isAllOfAShortLog() {
        String log = LINE + OOPS + LINE;

        assertThat(UsefulExcerpt.of(log)).isEqualTo(log);
        assertThat(UsefulExcerpt.of("\0" + log)).isEqualTo(log);
    }

    @Test
    void isTheEndOfALogWithoutTrouble() {
        String log = LINE.repeat(1_000) + "the end";

        assertThat(UsefulExcerpt.of(log)).hasSize(KcidbText.EXCERPT_LIMIT).endsWith("here\nthe end");
    }

    @Test
    void isTheEndOfALogWhoseTroubleIsThere() {
        String log = LINE.repeat(1_000) + OOPS + LINE.repeat(10);

        assertThat(UsefulExcerpt.of(log)).isEqualTo(KcidbText.excerpt(log));
    }

    @Test
    void hasTheFirstTroubleOfALogThatGoesOnForLong() {
        String log = LINE.repeat(2_000) + OOPS + "Call Trace:\n" + LINE.repeat(1_000) + OOPS + LINE.repeat(1_000)
                + "the end";

        assertThat(UsefulExcerpt.of(log))
                .hasSize(KcidbText.EXCERPT_LIMIT)
                .startsWith(LINE)
                .containsOnlyOnce(OOPS + "Call Trace:\n")
                .containsOnlyOnce("\n[…]\n")
                .endsWith("the end");
    }

    @Test
    void isNeverLongerThanKcidbTakes() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            String log = "\ud83d\ude00x".repeat(random.nextInt(20_000)) + "\nBUG: x\n"
                    + "\ud83d\ude00".repeat(random.nextInt(20_000));
            String excerpt = UsefulExcerpt.of(log);

            assertThat(excerpt.codePointCount(0, excerpt.length())).isLessThanOrEqualTo(KcidbText.EXCERPT_LIMIT);
            assertThat(KcidbText.clean(excerpt)).isEqualTo(excerpt);
        }
    }
}
