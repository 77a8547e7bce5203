package org.kcibridge.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class DestinationsTest {

    private static final DownloadSettings REAL =
            new DownloadSettings(Set.of("storage.tuxsuite.com", "files.example.org"), Optional.empty());

    private static final DownloadSettings SANDBOX =
            new DownloadSettings(Set.of("storage.tuxsuite.com"), Optional.of(URI.create("http://127.0.0.1:43591")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://storage.tuxsuite.com/public/riscv/kernelci/tests/2MBY/results.json",
                "https://storage.tuxsuite.com:443/a",
                "https://storage.tuxsuite.com",
                "HTTPS://Storage.TuxSuite.COM/a?b=c#d",
                "https://files.example.org/a/../b"
            })
    void followsHttpsToAllowedHosts(String address) throws NotFollowed {
        assertThat(new Destinations(REAL).check(address)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://storage.tuxsuite.com/a                  | https",
                "ftp://storage.tuxsuite.com/a                   | https",
                "file:///etc/passwd                             | host",
                "jar:https://storage.tuxsuite.com!/a            | host",
                "//storage.tuxsuite.com/a                       | https",
                "storage.tuxsuite.com/a                         | host",
                "https:storage.tuxsuite.com/a                   | host",
                "https:///a                                     | address",
                "https://storage.tuxsuite.com:8443/a            | port",
                "https://storage.tuxsuite.com:80/a              | port",
                "https://me@storage.tuxsuite.com/a              | credentials",
                "https://storage.tuxsuite.com@evil.example/a    | credentials",
                "https://@storage.tuxsuite.com/a                | credentials",
                "https://storage.tuxsuite.com%40evil.example/a  | address",
                "https://storage.tuxsuite.com%2f@evil.example/a | credentials",
                "https://storage.tuxsuite.com\\@evil.example/a  | address",
                "https://storage.tuxsuite.com./a                | none of the allowed",
                "https://storage.tuxsuite.com.evil.example/a    | none of the allowed",
                "https://evil-storage.tuxsuite.com/a            | none of the allowed",
                "https://a.storage.tuxsuite.com/a               | none of the allowed",
                "https://tuxsuite.com/a                         | none of the allowed",
                "https://evil.example/storage.tuxsuite.com      | none of the allowed",
                "https://evil.example?storage.tuxsuite.com      | none of the allowed",
                "https://evil.example#storage.tuxsuite.com      | none of the allowed",
                "https://storage。tuxsuite.com/a                 | address",
                "https://ｓtorage.tuxsuite.com/a                 | address",
                "https://xn--storage-tuxsuite.com/a             | none of the allowed",
                "https://localhost/a                            | none of the allowed",
                "https://127.0.0.1/a                            | none of the allowed",
                "https://127.1/a                                | address",
                "https://2130706433/a                           | none of the allowed",
                "https://0x7f000001/a                           | none of the allowed",
                "https://0x7f.0.0.1/a                           | address",
                "https://0177.0.0.1/a                           | none of the allowed",
                "https://[::1]/a                                | none of the allowed",
                "https://[::ffff:127.0.0.1]/a                   | none of the allowed",
                "https://[::ffff:7f00:1]/a                      | none of the allowed",
                "https://[fe80::1%25eth0]/a                     | none of the allowed",
                "https://169.254.169.254/latest/meta-data       | none of the allowed",
                "https://storage.tuxsuite.com/a b               | address",
                "https://storage.tuxsuite.com/%zz               | address",
                "''                                             | address"
            })
    void followsNothingElse(String address, String reason) {
        assertThatThrownBy(() -> new Destinations(REAL).check(address))
                .isInstanceOf(NotFollowed.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://storage.tuxsuite.com/\u0000", "https://storage.tuxsuite.com/\r\nHost: evil"})
    void followsNothingThatHasControlCharacters(String address) {
        assertThatThrownBy(() -> new Destinations(REAL).check(address)).isInstanceOf(NotFollowed.class);
    }

    @Test
    void followsNeitherNothingNorEndlessAddresses() {
        Destinations destinations = new Destinations(REAL);

        assertThatThrownBy(() -> destinations.check(null)).isInstanceOf(NotFollowed.class);
        assertThatThrownBy(() -> destinations.check("https://storage.tuxsuite.com/" + "a".repeat(2_000)))
                .isInstanceOf(NotFollowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:43591/files/a", "https://storage.tuxsuite.com/a"})
    void followsTheOperatorsOwnServerBesides(String address) throws NotFollowed {
        assertThat(new Destinations(SANDBOX).check(address)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a",
                "http://127.0.0.1:43592/a",
                "https://127.0.0.1:43591/a",
                "http://localhost:43591/a",
                "http://127.0.0.2:43591/a",
                "http://me@127.0.0.1:43591/a",
                "http://storage.tuxsuite.com:43591/a"
            })
    void followsNothingBesideTheOperatorsOwnServer(String address) {
        assertThatThrownBy(() -> new Destinations(SANDBOX).check(address)).isInstanceOf(NotFollowed.class);
    }

    @Test
    void knowsTheOperatorsOwnServerHoweverItIsWritten() throws NotFollowed {
        var settings = new DownloadSettings(Set.of(), Optional.of(URI.create("http://[::1]:43591")));
        Destinations destinations = new Destinations(settings);

        assertThat(destinations.check("http://[::1]:43591/a")).hasPath("/a");
        assertThat(destinations.isOperators("::1")).isTrue();
        assertThat(destinations.isOperators("[::1]")).isTrue();
        assertThat(destinations.isOperators("::2")).isFalse();
    }
}
