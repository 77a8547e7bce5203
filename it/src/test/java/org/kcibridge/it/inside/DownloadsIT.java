package org.kcibridge.it.inside;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.download.Download;
import org.kcibridge.download.DownloadLimits;
import org.kcibridge.download.DownloadSettings;
import org.kcibridge.download.Downloads;
import org.kcibridge.it.container.InsideBridge;
import org.kcibridge.kind.IntegrationTest;

/** Downloads as the server makes them: with its threads, its class loaders, and the settings of the installation. */
@IntegrationTest
@ExtendWith(ArquillianExtension.class)
@InsideBridge
class DownloadsIT {

    private static final DownloadLimits LIMITS = new DownloadLimits(1_000, Duration.ofSeconds(10));

    @Inject
    Downloads downloads;

    @Inject
    DownloadSettings settings;

    @Test
    void askTheServerThatTheOperatorChose() {
        String nothing = settings.api().orElseThrow() + "/no/such/file";

        try (Download download = downloads.fetch(nothing, LIMITS)) {
            assertInstanceOf(Download.Missing.class, download);
            assertTrue(download.reason().startsWith("not fetched: 127.0.0.1 answered 40"), download.reason());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost:9990/management",
                "https://storage.tuxsuite.com@evil.example/",
                "file:///etc/passwd"
            })
    void askNobodyElse(String address) {
        try (Download download = downloads.fetch(address, LIMITS)) {
            assertInstanceOf(Download.Refused.class, download);
            assertTrue(download.reason().startsWith("not fetched: "), download.reason());
        }
    }
}
