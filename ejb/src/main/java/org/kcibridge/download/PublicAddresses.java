package org.kcibridge.download;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses of machines that are there for everybody, going by IANA's registries of special-purpose addresses. All
 * others lead to this machine, to its neighbours, or to what a cloud tells about itself, credentials included.
 */
final class PublicAddresses {

    private static final List<Network> SPECIAL_IPV4 = networks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by the customers of a provider; Alibaba's metadata
            "127.0.0.0/8", // this machine
            "168.63.129.16/32", // Azure's metadata
            "169.254.0.0/16", // this link; the metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols; Oracle's metadata
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays from IPv4 to IPv6
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/3"); // groups, reserved, broadcast

    /** What is in use of IPv6 for machines that are there for everybody. */
    private static final Network GLOBAL_IPV6 = Network.parse("2000::/3");

    private static final List<Network> SPECIAL_IPV6 = networks(
            "2001::/23", // protocols; tunnels to any IPv4 address
            "2001:db8::/32", // documentation
            "2002::/16", // tunnels to any IPv4 address
            "3fff::/20"); // documentation

    /** Where a network without IPv4 puts the rest of the world: the IPv4 address stands in the last four bytes. */
    private static final Network TRANSLATED = Network.parse("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return SPECIAL_IPV4.stream().noneMatch(network -> network.contains(bytes));
        }
        if (TRANSLATED.contains(bytes)) {
            byte[] translated = Arrays.copyOfRange(bytes, 12, 16);
            return SPECIAL_IPV4.stream().noneMatch(network -> network.contains(translated));
        }
        return GLOBAL_IPV6.contains(bytes) && SPECIAL_IPV6.stream().noneMatch(network -> network.contains(bytes));
    }

    private static List<Network> networks(String... blocks) {
        return Arrays.stream(blocks).map(Network::parse).toList();
    }

    private record Network(byte[] prefix, int bits) {

        static Network parse(String block) {
            String[] parts = block.split("/");
            try {
                return new Network(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(block + " is no block of addresses", impossible);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (rest == 0 || ((address[whole] ^ prefix[whole]) & 0xff) >> Byte.SIZE - rest == 0);
        }
    }
}
