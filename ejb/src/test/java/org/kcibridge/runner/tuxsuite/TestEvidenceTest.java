package org.kcibridge.runner.tuxsuite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.download.Download;
import org.kcibridge.download.DownloadedFile;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.Gap;

/** For how long it is worth waiting for the files of a test. */
@UnitTest
class TestEvidenceTest {

    private static final Download REFUSED = new Download.Refused("of no allowed host");
    private static final Download MISSING = new Download.Missing("answered 404");
    private static final Download IN_TROUBLE = new Download.Unavailable("answered 503");

    @TempDir
    Path folder;

    @Test
    void hasAGapWhileAFileMayStillCome() {
        assertThat(new TestEvidence(REFUSED, MISSING, true).gap())
                .contains(new Gap("answered 404", Duration.ofMinutes(5)));
        assertThat(new TestEvidence(IN_TROUBLE, REFUSED, false).gap())
                .contains(new Gap("answered 503", Duration.ofDays(1)));
    }

    @Test
    void hasNoneWhenWaitingIsOfNoUse() throws IOException {
        assertThat(new TestEvidence(REFUSED, REFUSED, true).gap()).isEmpty();
        assertThat(new TestEvidence(MISSING, MISSING, false).gap())
                .as("of a run that broke down")
                .isEmpty();
        assertThat(new TestEvidence(file("a"), file("b"), true).gap()).isEmpty();
    }

    @Test
    void readsWhatItHasAndSaysWhyItHasNot() throws IOException {
        try (TestEvidence evidence = new TestEvidence(file("{}"), MISSING, true)) {
            assertThat(evidence.resultsFile().open()).hasSameContentAs(new ByteArrayInputStream("{}".getBytes(UTF_8)));
            assertThatThrownBy(() -> evidence.logFile().open())
                    .isInstanceOf(IOException.class)
                    .hasMessage("answered 404");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isAsLargeAsItsResults() throws IOException {
        assertThat(new TestEvidence(file("{}"), file("any number of lines"), true).size())
                .isEqualTo(2);
        assertThat(new TestEvidence(MISSING, file("a"), true).size()).isZero();
    }

    private DownloadedFile file(String text) throws IOException {
        return new DownloadedFile(Files.writeString(Files.createTempFile(folder, "f", null), text), () -> {});
    }
}
