package org.kcibridge.it.container;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sets the {@link Bench} up before Arquillian reads its configuration, and clears it away when the last test is done. Unit
 * tests, which have no server assembled for them, do without.
 */
public class BenchListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("bridge.tests") != null) {
            Bench.open();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (System.getProperty("bridge.tests") != null) {
            Bench.close();
        }
    }
}
