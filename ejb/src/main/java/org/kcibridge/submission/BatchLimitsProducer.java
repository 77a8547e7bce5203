package org.kcibridge.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class BatchLimitsProducer {

    @Produces
    @Singleton
    BatchLimits limits(Source source) {
        return BatchLimits.read(source);
    }
}
