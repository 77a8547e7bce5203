package org.kcibridge.rest.results;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kcibridge.lab.Document;
import org.kcibridge.rest.Problem;
import org.kcibridge.results.ResultsFormat;

/**
 * The format a client has chosen for results, and what is kept of a document in it. A resource takes it from the header, so
 * that a client who forgot to say which it is hears that first, and not that parameters are missing.
 */
public record HarnessFormat(ResultsFormat results) {

    private static final String TEXT = "text/plain;charset=UTF-8";

    /** @throws WebApplicationException 415 that lists what there is */
    public static HarnessFormat fromString(String mediaType) {
        return ResultsFormat.of(mediaType).map(HarnessFormat::new).orElseThrow(HarnessFormat::unknown);
    }

    /** What people can read is a log; the rest is for programs. */
    Document document(byte[] content) {
        return switch (results) {
            case KTAP -> new Document("results.ktap", TEXT, content, true);
            case TAP -> new Document("results.tap", TEXT, content, true);
            // Not as application/xml: RESTEasy would say in which charset that is, and the document does so itself.
            case JUNIT -> new Document("results.xml", results.mediaTypes().get(0), content, false);
            case LAVA -> new Document("results.json", results.mediaTypes().get(0), content, false);
        };
    }

    private static WebApplicationException unknown() {
        String known = Arrays.stream(ResultsFormat.values())
                .map(ResultsFormat::mediaTypes)
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        return new WebApplicationException(Problem.of(
                        Response.Status.UNSUPPORTED_MEDIA_TYPE,
                        "Documents are read as " + known + "; JSON of single results is for /tests/submit.")
                .toBuilder()
                .header(HttpHeaders.ACCEPT, known)
                .build());
    }
}
