package org.kcibridge.submission.kcidb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class KcidbSettingsProducer {

    @Produces
    @Singleton
    KcidbSettings kcidb(Source source) {
        return KcidbSettings.read(source);
    }
}
