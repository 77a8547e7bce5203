package org.kcibridge.settings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.kcibridge.log.BridgeLog;

/** Stops the deployment, with one line in the log, when a setting is missing or wrong. */
@Singleton
@Startup
public class SettingsCheck {

    @Inject
    Instance<Settings> concerns;

    @PostConstruct
    void check() {
        try {
            concerns.forEach(Settings::toString);
        } catch (BadSetting bad) {
            BridgeLog.LOG.badSetting(bad.getMessage());
            throw bad;
        }
    }
}
