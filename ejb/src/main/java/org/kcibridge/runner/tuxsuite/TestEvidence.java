package org.kcibridge.runner.tuxsuite;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.kcibridge.download.Download;
import org.kcibridge.download.DownloadedFile;
import org.kcibridge.runner.Evidence;
import org.kcibridge.runner.Gap;

/**
 * The files that a finished test left, as far as they could be had. One that is not there yet is waited for a little, one
 * whose server is in trouble for long, as all that the cases came to is in there; but a report without is better than none.
 *
 * @param sure whether there must be files; a run that broke down may have left none
 */
record TestEvidence(Download results, Download log, boolean sure) implements Evidence {

    private static final Duration WHILE_NOT_THERE = Duration.ofMinutes(5);
    private static final Duration WHILE_IN_TROUBLE = Duration.ofDays(1);

    @Override
    public Optional<Gap> gap() {
        return Stream.of(results, log).flatMap(this::gap).findFirst();
    }

    private Stream<Gap> gap(Download download) {
        if (download instanceof Download.Unavailable) {
            return Stream.of(new Gap(download.reason(), WHILE_IN_TROUBLE));
        }
        return sure && download instanceof Download.Missing
                ? Stream.of(new Gap(download.reason(), WHILE_NOT_THERE))
                : Stream.empty();
    }

    /** Of the log no more is kept than belongs to the cases. */
    @Override
    public long size() {
        return results instanceof DownloadedFile file ? file.size() : 0;
    }

    JobFile resultsFile() {
        return file(results);
    }

    JobFile logFile() {
        return file(log);
    }

    private static JobFile file(Download download) {
        return download instanceof DownloadedFile file ? file::open : JobFile.unavailable(download.reason());
    }

    @Override
    public void close() {
        try (results;
                log) {
            // Both are given back, whatever becomes of the other.
        }
    }
}
