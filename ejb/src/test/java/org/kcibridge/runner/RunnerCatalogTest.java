package org.kcibridge.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** What can be ordered from whom. */
@UnitTest
class RunnerCatalogTest {

    private final RunnerCatalog catalog = new RunnerCatalog(List.of(
            new IdleRunner("all", true, List.of(News.Subject.BUILD, News.Subject.TEST)),
            new IdleRunner("tests", true, List.of(News.Subject.TEST)),
            new IdleRunner("away", false, List.of(News.Subject.BUILD, News.Subject.TEST))));

    @Test
    void letsOrderWhatARunnerOffers() {
        assertThatCode(() -> catalog.requireOffer("all", News.Subject.BUILD)).doesNotThrowAnyException();
        assertThatCode(() -> catalog.requireOffer("tests", News.Subject.TEST)).doesNotThrowAnyException();
    }

    @Test
    void namesThoseThatOfferWhatARunnerDoesNot() {
        assertThatThrownBy(() -> catalog.requireOffer("tests", News.Subject.BUILD))
                .isInstanceOf(UnknownRunner.class)
                .hasMessage("runner 'tests' takes no builds, those that do are: all");
    }

    @Test
    void knowsNoRunnerForOrdersThatIsNotConfigured() {
        assertThatThrownBy(() -> catalog.requireOffer("away", News.Subject.TEST))
                .isInstanceOf(UnknownRunner.class)
                .hasMessage("unknown runner 'away', known are: all, tests");
        assertThatThrownBy(() -> catalog.requireOffer("nobody", News.Subject.TEST))
                .isInstanceOf(UnknownRunner.class)
                .hasMessageContaining("'nobody'");
    }

    /** It may have had jobs before. */
    @Test
    void findsARunnerThatIsNotConfiguredAnyMore() {
        assertThat(catalog.get("away").code()).isEqualTo("away");
        assertThatThrownBy(() -> catalog.get("nobody")).isInstanceOf(UnknownRunner.class);
    }
}
