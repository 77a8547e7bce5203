package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kcibridge.report.KcidbObject;

/**
 * Where the files of a build are. TuxSuite stores them in one folder, {@code download_url}, and lists their names by kind;
 * a file may be listed under several kinds. KCIDB has members of its own for the log and the configuration; these two are
 * left out of {@link #others()}, where everything else stays, debug log included.
 */
final class Artifacts {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern USABLE = Pattern.compile("[^/\\p{Cntrl}\\p{Cs}][^\\p{Cntrl}\\p{Cs}]{0,254}");
    private static final String LOG = "build.log";
    private static final String CONFIG = "config";

    private final Optional<String> folder;
    private final boolean listed;
    private final Set<String> files = new LinkedHashSet<>();
    private final Optional<String> logFile;
    private final Optional<String> configFile;

    Artifacts(BuildStatus build) {
        Optional<JsonObject> artifacts = build.artifacts();
        this.folder = build.text("download_url").flatMap(Artifacts::folder);
        this.listed = artifacts.isPresent();
        artifacts.ifPresent(kinds -> kinds.values().forEach(list -> files.addAll(usable(list))));
        this.logFile = find(artifacts, LOG, "log");
        this.configFile = find(artifacts, CONFIG, "config");
    }

    /** The build's log. A build that lists no files at all has one nonetheless: TuxSuite writes it in any case. */
    String log() {
        return url(listed ? logFile : Optional.of(LOG));
    }

    /** The configuration the build ended up with; a build that broke down early has none. */
    String config() {
        return url(configFile);
    }

    /** All further files as KCIDB resources, in the order in which they are listed, each once. */
    JsonArray others() {
        JsonArrayBuilder others = JSON.createArrayBuilder();
        files.stream()
                .filter(file -> folder.isPresent()
                        && !file.equals(logFile.orElse(null))
                        && !file.equals(configFile.orElse(null)))
                .map(file -> resource(file.replace('/', '_'), url(Optional.of(file))))
                .forEach(others::add);
        return others.build();
    }

    /** A named file as KCIDB wants it; the name must do as a file name, so it has no slash. */
    static JsonObject resource(String name, String url) {
        return new KcidbObject().put("name", name).put("url", url).build();
    }

    private Optional<String> find(Optional<JsonObject> artifacts, String name, String kind) {
        return files.contains(name)
                ? Optional.of(name)
                : artifacts.flatMap(kinds -> usable(kinds.get(kind)).stream().findFirst());
    }

    private String url(Optional<String> file) {
        return folder.isEmpty()
                ? null
                : file.map(name -> folder.get() + encoded(name)).orElse(null);
    }

    private static List<String> usable(JsonValue list) {
        return BuildStatus.texts(list).stream()
                .filter(file -> USABLE.matcher(file).matches())
                .filter(file -> Arrays.stream(file.split("/", -1))
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals("..")))
                .toList();
    }

    /** Only a plain folder will do: to an address with a query no file name can be added. */
    private static Optional<String> folder(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean plain = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && text.length() <= 1_024
                    && StandardCharsets.US_ASCII.newEncoder().canEncode(text);
            return plain ? Optional.of(text.endsWith("/") ? text : text + "/") : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
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
