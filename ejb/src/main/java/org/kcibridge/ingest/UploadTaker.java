package org.kcibridge.ingest;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kcibridge.heartbeat.Chore;

/** Imports what was uploaded, one after the other. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadTaker implements Chore {

    @Inject
    Uploads uploads;

    @Override
    public String name() {
        return "import uploads";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        try {
            return uploads.importNext();
        } catch (BadUpload bad) {
            uploads.fail(bad.id(), bad.getMessage());
            return true;
        }
    }
}
