package org.kcibridge.rest.artefacts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.kcibridge.artefact.Artefact;

/**
 * A file that belongs to what was reported.
 *
 * @param id the SHA-256 of what it holds
 * @param url where anybody can read it
 * @param contentType what it is
 * @param bytes how many it has
 * @param createdAt since when it is kept
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ArtefactView(String id, String url, String contentType, long bytes, Instant createdAt) {

    static ArtefactView of(Artefact artefact, String url) {
        return new ArtefactView(artefact.sha256(), url, artefact.contentType(), artefact.bytes(), artefact.createdAt());
    }
}
