package org.kcibridge.rest.artefacts;

import java.util.Map;
import org.kcibridge.artefact.Artefact;

/** What a browser is told to do with an artefact. The name is ours: what a lab called it is not kept. */
final class ArtefactName {

    private static final String TEXT = "text/plain";
    private static final Map<String, String> ENDINGS =
            Map.of(TEXT, ".txt", "application/junit+xml", ".xml", "application/vnd.lava.results+json", ".json");

    private ArtefactName() {}

    static String disposition(Artefact artefact) {
        String type = artefact.contentType().split(";", 2)[0].strip();
        return "%s; filename=\"%s%s\""
                .formatted(
                        type.equals(TEXT) ? "inline" : "attachment",
                        artefact.sha256(),
                        ENDINGS.getOrDefault(type, ".bin"));
    }
}
