package org.kcibridge.it.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that take a while to start. They lie below those that outgoing connections are given, or one of the
 * many that tests open could get the port in the meantime.
 */
public final class FreePort {

    private static final int FIRST = 12_000;
    private static final int EPHEMERAL = 32_000;
    private static final int ATTEMPTS = 1000;

    private FreePort() {}

    /** A port that nobody listens on now. */
    public static int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, EPHEMERAL);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from %d to %d is free".formatted(FIRST, EPHEMERAL - 1));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
