package org.kcibridge.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Settings;
import org.kcibridge.settings.Source;

/**
 * Which databases may be filled with made-up reports, and with which.
 *
 * @param environment what {@code BRIDGE_ENVIRONMENT} says, empty for nothing
 * @param databases JDBC URLs of databases that may be filled, {@code BRIDGE_SEED_DATABASES}; a {@code *} stands for
 *     anything but a slash or a comma
 * @param datasets a folder with datasets of this installation's own, {@code BRIDGE_DATASETS}
 */
@Declares(
        about = "Test databases",
        value = {
            @Setting(
                    name = "BRIDGE_ENVIRONMENT",
                    meaning = "`sandbox` says that all results are made up; the run command sets it. A "
                            + "database belongs to the sandbox or to a real installation from its first start "
                            + "on. Only where it says `local`, `test` or `sandbox` are databases seeded"),
            @Setting(
                    name = "BRIDGE_SEED_DATABASES",
                    meaning = "JDBC URLs, without parameters, of databases that may be seeded, separated by "
                            + "commas; `*` stands for anything but `/` and `,`",
                    otherwise = "those on this machine"),
            @Setting(name = "BRIDGE_DATASETS", meaning = "a folder with [datasets](datasets.md) of your own")
        })
public record SeedSettings(Optional<String> environment, List<String> databases, Optional<Path> datasets)
        implements Settings {

    /** Where all results are made up, or nobody would miss them. */
    private static final Set<String> FOR_TESTS = Set.of("local", "test", "sandbox");

    private static final String WHERE = "only where it says local, test or sandbox are databases seeded or cleared";

    private static final String THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]").stream()
            .map(host -> "jdbc:postgresql://%1$s/*,jdbc:postgresql://%1$s:*/*".formatted(host))
            .collect(Collectors.joining(","));

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://[^/?]+/[^/?]+");

    public SeedSettings {
        databases = List.copyOf(databases);
    }

    /** @throws BadSetting when one is wrong */
    public static SeedSettings read(Source source) {
        List<String> databases = Arrays.stream(
                        source.text("BRIDGE_SEED_DATABASES", THIS_MACHINE).split("\\s*,\\s*"))
                .toList();
        if (!databases.stream().allMatch(url -> URL.matcher(url).matches())) {
            throw new BadSetting(
                    "BRIDGE_SEED_DATABASES",
                    "must be a list of addresses such as jdbc:postgresql://localhost:5432/test, separated by commas");
        }
        Optional<Path> datasets = source.text("BRIDGE_DATASETS").map(Path::of);
        if (datasets.isPresent() && !Files.isDirectory(datasets.get())) {
            throw new BadSetting("BRIDGE_DATASETS", "is no folder");
        }
        return new SeedSettings(source.text("BRIDGE_ENVIRONMENT"), databases, datasets);
    }

    /**
     * Why a database is not filled, in a sentence; empty if it may be.
     *
     * @param url its address
     */
    Optional<String> refusal(String url) {
        String place = url.replaceFirst("\\?.*", "");
        if (environment.isEmpty()) {
            return Optional.of("BRIDGE_ENVIRONMENT is not set: " + WHERE);
        }
        if (!FOR_TESTS.contains(environment.get())) {
            return Optional.of("BRIDGE_ENVIRONMENT is %s: %s".formatted(environment.get(), WHERE));
        }
        return mayFill(place)
                ? Optional.empty()
                : Optional.of("%s is not among BRIDGE_SEED_DATABASES: it is not seeded or cleared".formatted(place));
    }

    private boolean mayFill(String place) {
        return databases.stream().anyMatch(allowed -> Arrays.stream(allowed.split("\\*", -1))
                .map(Pattern::quote)
                .collect(
                        Collectors.collectingAndThen(Collectors.joining("[^/,]*"), pattern -> place.matches(pattern))));
    }
}
