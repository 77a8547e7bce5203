package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Stream;

/**
 * Files that went into a build or a test, or came out of it, as KCIDB resources. Only what has an address on the web can be
 * one.
 */
final class FileList {

    private static final JsonProvider JSON = JsonProvider.provider();

    private FileList() {}

    /** @param addresses URLs, and others that are left out */
    static JsonArray of(Stream<String> addresses) {
        JsonArrayBuilder files = JSON.createArrayBuilder();
        addresses
                .map(Redaction::text)
                .filter(FileList::fetched)
                .filter(url -> !ConfigName.shortName(url).isBlank())
                .distinct()
                .map(url -> ArtifactFolder.resource(ConfigName.shortName(url), url))
                .forEach(files::add);
        return files.build();
    }

    private static boolean fetched(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?");
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
