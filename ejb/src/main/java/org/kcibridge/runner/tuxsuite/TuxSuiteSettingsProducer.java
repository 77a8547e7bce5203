package org.kcibridge.runner.tuxsuite;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class TuxSuiteSettingsProducer {

    @Produces
    @Singleton
    TuxSuiteSettings tuxSuite(Source source) {
        return TuxSuiteSettings.read(source);
    }
}
