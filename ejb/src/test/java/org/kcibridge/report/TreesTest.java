package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class TreesTest {

    @ParameterizedTest
    @CsvSource({
        "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git, mainline",
        "git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux, mainline",
        "https://kernel.googlesource.com/pub/scm/linux/kernel/git/next/linux-next.git, next",
        "https://gitlab.com/Linaro/lkft/mirrors/stable/linux-stable-rc, stable-rc",
        "https://gitlab.com/Linaro/lkft/mirrors/next/linux-next.git, next",
        "https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git, stable",
        "https://git.kernel.org/pub/scm/linux/kernel/git/riscv/linux.git, riscv",
        "https://android.googlesource.com/kernel/common.git, android",
    })
    void knowsTheTreesOfKernelCi(String url, String name) {
        assertThat(Trees.builtIn().nameOf(url)).contains(name);
    }

    @Test
    void namesOnlyWhatItKnows() {
        assertThat(Trees.builtIn().nameOf("https://example.org/linux.git")).isEmpty();
        assertThat(Trees.builtIn().nameOf("ssh://git@git.kernel.org/linux.git")).isEmpty();
        assertThat(Trees.builtIn().urlOf("nonsense")).isEmpty();
    }

    @Test
    void tellsWhereToFetchATree() {
        assertThat(Trees.builtIn().urlOf("mainline"))
                .contains("https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git");
    }

    @Test
    void letsTheConfigurationHaveTheSay() {
        Trees trees = Trees.with("mainline=https://mirror.example.org/linux, lab = git://example.org/lab.git ,"
                + "ours=https://git.kernel.org/pub/scm/linux/kernel/git/riscv/linux");

        assertThat(trees.urlOf("mainline")).contains("https://mirror.example.org/linux");
        assertThat(trees.nameOf("https://mirror.example.org/linux.git")).contains("mainline");
        assertThat(trees.nameOf("https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git"))
                .contains("mainline");
        assertThat(trees.nameOf("https://example.org/lab")).contains("lab");
        assertThat(trees.nameOf("https://git.kernel.org/pub/scm/linux/kernel/git/riscv/linux.git"))
                .contains("ours");
    }

    @Test
    void spellsAnAddressAsKernelCiDoes() {
        RepositoryUrl bare = RepositoryUrl.of("git://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux")
                .orElseThrow();
        RepositoryUrl foreign = RepositoryUrl.of("https://example.org/linux").orElseThrow();

        assertThat(Trees.builtIn().wellKnown(bare))
                .hasToString("https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git");
        assertThat(Trees.builtIn().wellKnown(foreign)).isEqualTo(foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lab", "lab=", "=https://example.org/linux", "la b=https://example.org/linux", "lab=ssh://x/y"})
    void namesAnEntryItCannotUse(String entry) {
        String named = entry.indexOf('=') > 0 ? entry.substring(0, entry.indexOf('=')) : entry;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trees.with("good=https://example.org/good," + entry))
                .withMessageContaining(named);
    }
}
