package org.kcibridge.it.container;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.kcibridge.it.live.LiveServer;

/**
 * Sets the {@link Bench} up before Arquillian reads its configuration, and clears it away when the last test is done. Unit
 * tests, which have no server assembled for them, do without.
 */
public class BenchListener implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (LiveServer.isGiven()) {
            // Arquillian wants to know where a server would be, even if it is to start none.
            System.setProperty("bench.container", "manual");
            System.setProperty("bench.base", "none");
            System.setProperty("bench.management.port", "0");
            System.setProperty("bench.jvm", "none");
        } else if (System.getProperty("bridge.tests") != null) {
            System.setProperty("bench.container", "suite");
            Bench.open();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            LastingArquillian.end();
        } finally {
            Bench.close();
        }
    }
}
