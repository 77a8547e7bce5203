package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class RepositoryUrlTest {

    @ParameterizedTest
    @CsvSource({
        "git://git.kernel.org/pub/linux.git, https://git.kernel.org/pub/linux.git",
        "http://git.kernel.org/pub/linux, https://git.kernel.org/pub/linux",
        "HTTPS://Git.Kernel.ORG/Pub/Linux.git///, https://git.kernel.org/Pub/Linux.git",
        "https://user:pass@example.org/linux.git, https://example.org/linux.git",
        "https://example.org:443/linux, https://example.org/linux",
        "git://example.org:9418/linux, https://example.org/linux",
        "https://example.org:8443/linux, https://example.org:8443/linux",
        "https://example.org/linux?private_token=x#readme, https://example.org/linux",
        "https://example.org/lïnux, https://example.org/l%C3%AFnux",
        "https://example.org/l, https://example.org/l",
    })
    void isReportedInTheHttpsForm(String url, String https) {
        assertThat(RepositoryUrl.of(url)).map(RepositoryUrl::https).contains(https);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "linux",
                "ssh://git@example.org/linux.git",
                "git@example.org:linux.git",
                "file:///srv/linux",
                "https://example.org",
                "https://example.org/",
                "https:///linux",
                "https://exa mple.org/linux",
                "https://example.org/li nux"
            })
    void isNotMadeUpWhereThereIsNone(String url) {
        assertThat(RepositoryUrl.of(url)).isEmpty();
    }

    @Test
    void isLeftOutWhereItIsTooLongForAnIndex() {
        String longest = "https://example.org/" + "x".repeat(1_024 - 20);

        assertThat(RepositoryUrl.of(longest)).map(RepositoryUrl::https).contains(longest);
        assertThat(RepositoryUrl.of(longest + "x")).isEmpty();
    }

    @Test
    void comparesWithAndWithoutSuffixAlike() {
        RepositoryUrl with = RepositoryUrl.of("git://example.org/a/linux.git/").orElseThrow();
        RepositoryUrl without = RepositoryUrl.of("https://EXAMPLE.org/a/linux").orElseThrow();

        assertThat(with.key()).isEqualTo(without.key()).isEqualTo("example.org/a/linux");
        assertThat(with.shortName()).isEqualTo("linux");
    }
}
