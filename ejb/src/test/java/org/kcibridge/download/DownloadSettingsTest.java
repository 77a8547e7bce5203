package org.kcibridge.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Source;

@UnitTest
class DownloadSettingsTest {

    @Test
    void allowTuxSuitesStorageAndNothingElseByThemselves() {
        DownloadSettings settings = read(Map.of());

        assertThat(settings.hosts()).containsExactly("storage.tuxsuite.com");
        assertThat(settings.api()).isEmpty();
    }

    @Test
    void allowWhatTheOperatorAdds() {
        DownloadSettings settings = read(Map.of(
                "BRIDGE_ALLOWED_HOSTS", "Files.example.org, xn--bcher-kva.example\ncdn.example.org",
                "TUXAPI_URL", "http://127.0.0.1:4711/"));

        assertThat(settings.hosts())
                .containsExactlyInAnyOrder(
                        "storage.tuxsuite.com", "files.example.org", "xn--bcher-kva.example", "cdn.example.org");
        assertThat(settings.api()).contains(URI.create("http://127.0.0.1:4711"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "*.example.org",
                "https://files.example.org",
                "files.example.org:8443",
                "files.example.org/a",
                "files.example.org.",
                "127.0.0.1",
                "0x7f.0x1",
                "[::1]",
                "bücher.example",
                "-a.example.org",
                "a..example.org"
            })
    void refuseWhatIsNoPlainName(String host) {
        Map<String, String> variables = Map.of("BRIDGE_ALLOWED_HOSTS", "files.example.org," + host);

        assertThatThrownBy(() -> read(variables))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("BRIDGE_ALLOWED_HOSTS ");
    }

    private static DownloadSettings read(Map<String, String> variables) {
        return DownloadSettings.read(new Source(name -> Optional.ofNullable(variables.get(name))));
    }
}
