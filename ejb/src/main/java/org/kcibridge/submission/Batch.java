package org.kcibridge.submission;

import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.kcibridge.report.Report;

/**
 * Submissions that travel together, as one document in which no id occurs twice.
 *
 * @param ids the submissions, in the order they were queued
 * @param document the KCIDB document, as JSON text
 * @param objects how many objects it holds
 */
public record Batch(List<UUID> ids, String document, int objects) {

    private static final JsonProvider JSON = JsonProvider.provider();

    static Batch of(List<Unsent> submissions) {
        Report report = Report.merge(submissions.stream().map(Batch::reportOf).toList());
        return new Batch(submissions.stream().map(Unsent::id).toList(), report.text(), report.size());
    }

    private static Report reportOf(Unsent submission) {
        try (var reader = JSON.createReader(new StringReader(submission.document()))) {
            return Report.parse(reader.readObject());
        }
    }
}
