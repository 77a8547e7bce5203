package org.kcibridge.seed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class SeedSettingsProducer {

    @Produces
    @Singleton
    SeedSettings settings(Source source) {
        return SeedSettings.read(source);
    }
}
