package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.kcibridge.report.KcidbObject;

/**
 * The folder TuxSuite keeps the files of a piece of work in, its {@code download_url}. Only a plain folder will do: to an
 * address with a query no file name can be added, and one with credentials is nothing for a public report.
 *
 * @param url ends in a slash
 */
record ArtifactFolder(String url) {

    private static final int LONGEST = 1_024;

    static Optional<ArtifactFolder> of(Account account) {
        return account.text("download_url").filter(ArtifactFolder::plain).map(ArtifactFolder::new);
    }

    ArtifactFolder {
        url = url.endsWith("/") ? url : url + "/";
    }

    /** The address of a file, which may lie in a folder below. */
    String file(String name) {
        return url + encoded(name);
    }

    /** A named file as KCIDB wants it; the name must do as a file name, so it has no slash. */
    static JsonObject resource(String name, String url) {
        return new KcidbObject().put("name", name).put("url", url).build();
    }

    private static boolean plain(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && text.length() <= LONGEST
                    && StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static String encoded(String file) {
        StringBuilder path = new StringBuilder();
        for (byte octet : file.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet >= 'a' && octet <= 'z'
                    || octet >= 'A' && octet <= 'Z'
                    || octet >= '0' && octet <= '9'
                    || "-._~/".indexOf(octet) >= 0;
            path.append(plain ? String.valueOf((char) octet) : String.format("%%%02X", octet));
        }
        return path.toString();
    }
}
