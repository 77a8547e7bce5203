package org.kcibridge.download;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class DownloadSettingsProducer {

    @Produces
    @Singleton
    DownloadSettings downloads(Source source) {
        return DownloadSettings.read(source);
    }
}
