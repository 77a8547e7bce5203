package org.kcibridge.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses that may be followed, going by their text alone: https, a host of the list, its usual port, no
 * credentials; or anything below the operator's own server. Everything is compared with what is allowed and nothing with
 * what is not, so it is of no use to write an address in an unusual way.
 */
final class Destinations {

    private static final int LONGEST = 2_000;

    /** What may stand in an address at all: neither blanks nor backslashes, which clients read differently. */
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^\\\\\"<>^`{|}]]+");

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Set<String> hosts;
    private final Optional<URI> api;

    Destinations(DownloadSettings settings) {
        this.hosts = settings.hosts();
        this.api = settings.api();
    }

    /** @throws NotFollowed saying why not */
    URI check(String address) throws NotFollowed {
        URI destination = parse(address);
        if (api.isPresent() && sameServer(api.get(), destination)) {
            return destination;
        }
        if (!"https".equalsIgnoreCase(destination.getScheme())) {
            throw new NotFollowed("only https addresses are followed");
        }
        if (port(destination) != HTTPS_PORT) {
            throw new NotFollowed("only the usual port of https is followed");
        }
        String host = host(destination);
        if (!hosts.contains(host)) {
            throw new NotFollowed(host + " is none of the allowed hosts (BRIDGE_ALLOWED_HOSTS)");
        }
        return destination;
    }

    /** Whether this is the operator's own server, which may stand anywhere. */
    boolean isOperators(String host) {
        return api.isPresent() && host(api.get()).equals(bare(host));
    }

    private static URI parse(String address) throws NotFollowed {
        if (address == null
                || address.length() > LONGEST
                || !PLAIN.matcher(address).matches()) {
            throw new NotFollowed("it is not an address");
        }
        try {
            URI uri = new URI(address);
            if (uri.getHost() == null) {
                throw new NotFollowed("it is not an address with a host");
            }
            if (uri.getRawUserInfo() != null) {
                throw new NotFollowed("an address with credentials is not followed");
            }
            return uri;
        } catch (URISyntaxException malformed) {
            throw new NotFollowed("it is not an address");
        }
    }

    private static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && host(one).equals(host(other))
                && port(one) == port(other);
    }

    private static String host(URI uri) {
        return bare(uri.getHost());
    }

    /** Around an IPv6 address some write brackets and some do not. */
    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? HTTP_PORT : HTTPS_PORT;
    }
}
