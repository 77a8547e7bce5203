package org.kcibridge.ingest;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The database does not take what an upload holds. */
@ApplicationException(rollback = true)
public class BadUpload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID id;

    BadUpload(UUID id, String reason) {
        super(reason);
        this.id = id;
    }

    UUID id() {
        return id;
    }
}
