package org.kcibridge.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class AccessSettingsProducer {

    @Produces
    @Singleton
    AccessSettings settings(Source source) {
        return AccessSettings.read(source);
    }
}
