package org.kcibridge.runner.tuxsuite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.kcibridge.download.Download;
import org.kcibridge.download.DownloadLimits;
import org.kcibridge.download.Downloads;
import org.kcibridge.settings.BridgeSettings;

/**
 * Fetches the files of tests. Both together may take half of the lease under which that is done, so that no other node
 * begins to fetch them, too, while one still does.
 */
@ApplicationScoped
class TestFiles {

    private static final long MOST_RESULTS = 64L << 20;
    private static final long MOST_LOG = 256L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    Downloads downloads;

    @Inject
    BridgeSettings bridge;

    /** @param sure whether the test must have left files */
    TestEvidence fetch(TestStatus test, boolean sure) {
        Optional<ArtifactFolder> folder = ArtifactFolder.of(test);
        if (folder.isEmpty()) {
            Download nowhere = new Download.Refused("TuxSuite does not say where its files are");
            return new TestEvidence(nowhere, nowhere, sure);
        }
        return new TestEvidence(
                downloads.fetch(folder.get().file(TestReport.RESULTS), limits(MOST_RESULTS)),
                downloads.fetch(folder.get().file(TestReport.LOG), limits(MOST_LOG)),
                sure);
    }

    private DownloadLimits limits(long bytes) {
        Duration share = bridge.lease().dividedBy(4);
        return new DownloadLimits(bytes, share.compareTo(LONGEST) < 0 ? share : LONGEST);
    }
}
