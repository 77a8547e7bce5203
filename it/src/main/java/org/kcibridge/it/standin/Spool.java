package org.kcibridge.it.standin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents that the stand-in for KCIDB accepted since it was last cleared. */
final class Spool {

    private final Map<String, StoredDocument> documents = new LinkedHashMap<>();

    synchronized void keep(StoredDocument document) {
        documents.put(document.id(), document);
    }

    synchronized Optional<StoredDocument> find(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    /** Oldest first. */
    synchronized List<StoredDocument> documents() {
        return List.copyOf(documents.values());
    }
}
