package org.kcibridge.it.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.kcibridge.settings.BadSetting;

/** Looks whether a port can be had, which the server itself would only say after seconds and in many words. */
final class Ports {

    private Ports() {}

    static void check(RunSettings settings) {
        check("BRIDGE_HTTP_PORT", settings.httpPort(), settings.bindAddress());
        check("BRIDGE_MANAGEMENT_PORT", settings.managementPort(), "127.0.0.1");
    }

    private static void check(String setting, int port, String address) {
        try (var socket = new ServerSocket()) {
            InetAddress local = InetAddress.getByName(address);
            if (!local.isAnyLocalAddress() && NetworkInterface.getByInetAddress(local) == null) {
                throw new BadSetting("BRIDGE_BIND_ADDRESS is no address of this machine: " + address);
            }
            socket.bind(new InetSocketAddress(local, port));
        } catch (UnknownHostException e) {
            throw new BadSetting("BRIDGE_BIND_ADDRESS is no address: " + address);
        } catch (IOException e) {
            boolean taken = String.valueOf(e.getMessage()).contains("in use");
            throw new BadSetting(
                    "port " + port + " (" + setting + ") " + (taken ? "is taken" : "cannot be had: " + e.getMessage()));
        }
    }
}
