package org.kcibridge.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Reads settings from MicroProfile Config: the environment, system properties, mounted files. */
@ApplicationScoped
public class SettingsProducer {

    @Produces
    @Singleton
    Source source(Config config) {
        return new Source(name -> config.getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    OperationSettings operation(Source source) {
        return OperationSettings.read(source);
    }

    @Produces
    @Singleton
    BridgeSettings bridge(Source source) {
        return BridgeSettings.read(source);
    }
}
