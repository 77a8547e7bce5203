package org.kcibridge.installation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.BridgeSettings;

/**
 * Keeps made-up results apart from real ones. A database belongs to the sandbox or to a real installation from its first
 * start on: else a forgotten {@code TUXSUITE_TOKEN} would have stand-ins swallow real reports, and a remembered one would
 * publish made-up ones.
 */
@Singleton
@Startup
@DependsOn("SettingsCheck")
public class Installation {

    @PersistenceContext
    EntityManager entities;

    @Inject
    BridgeSettings settings;

    @PostConstruct
    void check() {
        entities.createNativeQuery("insert into installation (sandbox) values (:sandbox) on conflict do nothing")
                .setParameter("sandbox", settings.sandbox())
                .executeUpdate();
        boolean sandbox = (Boolean) entities.createNativeQuery("select sandbox from installation", Boolean.class)
                .getSingleResult();
        if (sandbox != settings.sandbox()) {
            BadSetting bad = new BadSetting(
                    "DB_URL",
                    sandbox
                            ? "is the database of a sandbox: its results are made up and must not be published"
                            : "is the database of a real installation: a sandbox must not work on it; is TUXSUITE_TOKEN missing?");
            BridgeLog.LOG.badSetting(bad.getMessage());
            throw bad;
        }
    }
}
