package org.kcibridge.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A git repository's public address in the only form KCIDB takes, {@code https://host/path}. Clients name the same
 * repository in many ways; the dashboard compares the text, so they have to be made one. What could carry a password
 * (user information, query, fragment) is dropped, since a report is public.
 *
 * @param host lower-case host, with a port only if it is not the scheme's own
 * @param path absolute path in URL encoding, without slashes at its end
 */
public record RepositoryUrl(String host, String path) {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("git", 9418, "http", 80, "https", 443);
    private static final String SUFFIX = ".git";
    /** KCIDB indexes the URL, and PostgreSQL limits an index entry to about 2,700 bytes. */
    private static final int LONGEST = 1_024;

    public RepositoryUrl {
        if (host.isEmpty() || !path.startsWith("/") || path.length() < 2) {
            throw new IllegalArgumentException("a repository needs a host and a path");
        }
    }

    /** Normalises git://, http:// and https:// URLs; empty for anything that has no https form, such as ssh. */
    public static Optional<RepositoryUrl> of(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(new URI(text.strip()).toASCIIString()).parseServerAuthority();
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String path = withoutSlashes(String.valueOf(uri.getRawPath()));
            boolean usable = DEFAULT_PORTS.containsKey(scheme) && uri.getHost() != null && path.length() > 1;
            return usable ? Optional.of(new RepositoryUrl(authority(uri, scheme), path)) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The address to report. */
    public String https() {
        return "https://" + host + path;
    }

    /** What two spellings of one repository have in common: with or without {@code .git} is the same. */
    public String key() {
        return host + withoutSuffix();
    }

    /** The path's last segment without {@code .git}, the repository's name in everyday speech. */
    public String shortName() {
        String path = withoutSuffix();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return https();
    }

    private String withoutSuffix() {
        boolean named = path.endsWith(SUFFIX) && !path.endsWith("/" + SUFFIX);
        return named ? path.substring(0, path.length() - SUFFIX.length()) : path;
    }

    private static String authority(URI uri, String scheme) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == DEFAULT_PORTS.get(scheme);
        return usual ? host : host + ":" + uri.getPort();
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
