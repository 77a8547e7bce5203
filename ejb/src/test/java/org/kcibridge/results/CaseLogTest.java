package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseLogTest {

    @Test
    void separatesLines() {
        assertThat(new CaseLog().add("one").add("").add("two")).hasToString("one\n\ntwo");
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
