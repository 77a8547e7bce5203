package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    private final Optional<ArtifactFolder> folder;
    private final boolean listed;
    private final Set<String> files = new LinkedHashSet<>();
    private final Optional<String> logFile;
    private final Optional<String> configFile;

    Artifacts(BuildStatus build) {
        Optional<JsonObject> artifacts = build.artifacts();
        this.folder = ArtifactFolder.of(build);
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
                .map(file -> ArtifactFolder.resource(file.replace('/', '_'), url(Optional.of(file))))
                .forEach(others::add);
        return others.build();
    }

    private Optional<String> find(Optional<JsonObject> artifacts, String name, String kind) {
        return files.contains(name)
                ? Optional.of(name)
                : artifacts.flatMap(kinds -> usable(kinds.get(kind)).stream().findFirst());
    }

    private String url(Optional<String> file) {
        return folder.flatMap(place -> file.map(place::file)).orElse(null);
    }

    private static List<String> usable(JsonValue list) {
        return Account.texts(list).stream()
                .filter(file -> USABLE.matcher(file).matches())
                .filter(file -> Arrays.stream(file.split("/", -1))
                        .noneMatch(part -> part.isBlank() || part.equals(".") || part.equals("..")))
                .toList();
    }
}
