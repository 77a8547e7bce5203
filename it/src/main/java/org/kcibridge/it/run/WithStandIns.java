package org.kcibridge.it.run;

import java.io.IOException;

/**
 * Runs a command with stand-ins for TuxSuite and KCIDB on this machine, and with the settings that lead a bridge to them. By
 * this the very container that goes into production is tried as a sandbox.
 */
public final class WithStandIns {

    private WithStandIns() {}

    /** Ends as the command does; a signal is passed on to it and waits for its end. */
    public static void main(String[] command) throws IOException, InterruptedException {
        try (var sandbox = new Sandbox()) {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(sandbox.environment());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "stop"));
            System.exit(process.waitFor());
        }
    }

    private static void end(Process process) {
        process.destroy();
        process.onExit().join();
    }
}
