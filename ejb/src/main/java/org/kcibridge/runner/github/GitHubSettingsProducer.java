package org.kcibridge.runner.github;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.kcibridge.settings.Source;

@ApplicationScoped
class GitHubSettingsProducer {

    @Produces
    @Singleton
    GitHubSettings gitHub(Source source) {
        return GitHubSettings.read(source);
    }
}
