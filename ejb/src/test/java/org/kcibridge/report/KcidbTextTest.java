package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class KcidbTextTest {

    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void removesNulsAndHalvesOfSurrogatePairsOnly() {
        assertThat(KcidbText.clean("a\0b\uD83Dc\uDE00d" + SMILE + "\n")).isEqualTo("abcd" + SMILE + "\n");
    }

    @Test
    void takesWhatLiesBesideTheSurrogatesForCharacters() {
        assertThat(KcidbText.clean("\uD7FF|\uE000")).isEqualTo("\uD7FF|\uE000");
        assertThat(KcidbText.clean("a\uD800b\uDFFFc")).isEqualTo("abc");
    }

    @Test
    void leavesAcceptableTextAlone() {
        String text = "naïve " + SMILE;

        assertThat(KcidbText.clean(text)).isSameAs(text);
    }

    @Test
    void countsAnExcerptInCharactersAndKeepsTheEnd() {
        String log = "first" + SMILE.repeat(16_380) + "last";

        assertThat(KcidbText.excerpt(log)).isEqualTo(SMILE.repeat(16_380) + "last");
        assertThat(KcidbText.excerpt("short\0")).isEqualTo("short");
    }

    @Test
    void cutsTheHeadBetweenCharacters() {
        assertThat(KcidbText.head("a" + SMILE + "b", 2)).isEqualTo("a" + SMILE);
        assertThat(KcidbText.head("ab", 2)).isEqualTo("ab");
    }

    @Test
    void cutsTheTailBetweenCharacters() {
        assertThat(KcidbText.tail("a" + SMILE + "b", 2)).isEqualTo(SMILE + "b");
        assertThat(KcidbText.tail("ab", 2)).isEqualTo("ab");
    }
}
