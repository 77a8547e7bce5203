package org.kcibridge.download;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the client and lets none through that leads to a machine not there for everybody. The client asks once
 * for each connection and connects to what it is told here, so that a name cannot mean one machine while it is checked and
 * another one afterwards.
 */
final class CheckedNames implements DnsResolver {

    private final DnsResolver names;
    private final Predicate<String> trusted;

    /**
     * @param names who knows the addresses
     * @param trusted hosts that may be anywhere
     */
    CheckedNames(DnsResolver names, Predicate<String> trusted) {
        this.names = names;
        this.trusted = trusted;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!trusted.test(host)) {
            for (InetAddress address : addresses) {
                if (!PublicAddresses.contain(address)) {
                    throw new NotFollowed(
                            "%s leads to %s, which is not a public machine".formatted(host, address.getHostAddress()));
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
