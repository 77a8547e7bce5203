package org.kcibridge.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class IngestSettingsProducer {

    @Produces
    @Singleton
    IngestSettings settings(Source source) {
        return IngestSettings.read(source);
    }
}
