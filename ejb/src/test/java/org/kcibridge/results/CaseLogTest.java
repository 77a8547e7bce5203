package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class CaseLogTest {

    @Test
    void separatesLines() {
        assertThat(new CaseLog().add("").add("one").add("").add("two")).hasToString("\none\n\ntwo");
        assertThat(new CaseLog().isEmpty()).isTrue();
        assertThat(new CaseLog().add("").isEmpty()).isFalse();
    }

    @Test
    void keepsTheEnd() {
        CaseLog log = new CaseLog(10);
        for (int line = 0; line < 1_000; line++) {
            log.add("line " + line);
        }

        assertThat(log).hasToString("8\nline 999");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(new CaseLog(3).add("a").add("😀".repeat(9))).hasToString("😀😀😀");
    }
}
