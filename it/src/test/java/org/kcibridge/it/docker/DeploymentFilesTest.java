package org.kcibridge.it.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.run.RunCommand;
import org.kcibridge.kind.UnitTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the files for Docker and Kubernetes say is readable, exact, and known to the bridge. */
@UnitTest
class DeploymentFilesTest {

    private static final Path FOLDER = Path.of("../docker");

    /** A version of two numbers at least: one alone, or a name, is another image tomorrow. */
    private static final String PINNED = "[^:]+:[0-9]+\\.[0-9]+[^:]*";

    /** Where the bridge's containers get their settings: an image of ours and this. */
    private static final String OUR_IMAGE = "(registry\\.example\\.org/)?kci-bridge[a-z-]*:.*";

    private static Map<String, String> files;
    private static List<JsonNode> nodes;

    @BeforeAll
    static void read() throws IOException {
        files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(FOLDER)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(FOLDER.relativize(file).toString(), Files.readString(file));
            }
        }
        nodes = documents().flatMap(DeploymentFilesTest::everythingIn).toList();
    }

    @Test
    void areReadable() {
        assertThat(files)
                .containsKeys("compose.yaml", "compose.test.yaml", "kubernetes/deployment.yaml", "Containerfile");
        assertThat(documents()).hasSizeGreaterThan(8).allMatch(document -> document.isObject() && !document.isEmpty());
    }

    @Test
    void pinAllImages() {
        List<String> stages = groups(" AS (\\S+)", files.get("Containerfile"));
        List<String> bases = groups("(?m)^FROM (\\S+)", files.get("Containerfile"));
        List<String> images = nodes.stream()
                .filter(node -> node.path("image").isString())
                .map(node -> node.get("image").stringValue())
                .toList();

        assertThat(bases).contains("server");
        assertThat(bases.stream().filter(base -> !stages.contains(base)))
                .hasSizeGreaterThan(1)
                .allMatch(base -> base.matches(PINNED));
        assertThat(images).hasSizeGreaterThan(3).allMatch(image -> image.matches(PINNED));
    }

    @Test
    void setOnlyWhatTheDocumentsTell() throws IOException {
        Set<String> told =
                groups("(?m)^\\| (`[A-Z_`, or]+) \\|", Files.readString(Path.of("../docs/configuration.md"))).stream()
                        .flatMap(cell -> groups("([A-Z_]{3,})", cell).stream())
                        .collect(Collectors.toSet());

        assertThat(told).contains("DB_URL", "GITHUB_APP_PRIVATE_KEY", "BRIDGE_DATA");
        assertThat(namesGivenToTheBridge())
                .contains("BRIDGE_SEED_DATABASES", "KCIDB_TOKEN")
                .isSubsetOf(told);
        assertThat(groups("(?m)^#?([A-Z_]+)=", files.get("env.example")))
                .contains("TUXSUITE_TOKEN", "GITHUB_TOKEN")
                .isSubsetOf(told);
        assertThat(files.values().stream()
                        .flatMap(text ->
                                groups("\\b((?:BRIDGE|DB|KCIDB|TUXSUITE|TUXAPI|GITHUB)_[A-Z_]+)", text).stream()))
                .isSubsetOf(told);
    }

    @Test
    void holdNoSecrets() {
        assertThat(groups("(?m)^(\\w+(?:_TOKEN|_PASSWORD|_KEY)=.+)", files.get("env.example")))
                .isEmpty();
        assertThat(nodes.stream().filter(node -> node.path("kind").asString("").equals("Secret")))
                .singleElement()
                .satisfies(secret -> assertThat(secret.get("stringData").properties())
                        .filteredOn(entry -> entry.getKey().matches(".*(_TOKEN|_PASSWORD|_KEY)"))
                        .isNotEmpty()
                        .allMatch(entry -> entry.getValue().stringValue().isEmpty()));
    }

    @Test
    void areAppliedAllButTheSecret() {
        JsonNode resources = nodes.stream()
                .filter(node ->
                        node.has("resources") && node.path("kind").asString("").equals("Kustomization"))
                .findFirst()
                .orElseThrow()
                .get("resources");
        assertThat(resources.valueStream().map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(files.keySet().stream()
                        .filter(path -> path.startsWith("kubernetes/"))
                        .map(path -> path.substring("kubernetes/".length()))
                        .filter(name -> !name.matches("kustomization.yaml|secret.*"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "healthy", "try"})
    void haveScriptsThatAShellUnderstands(String name) throws InterruptedException {
        assertThat(FOLDER.resolve(name)).isExecutable();
        assertThat(files.get(name)).startsWith("#!/usr/bin/env bash\n").contains("\nset -euo pipefail\n");
        try (RunCommand check =
                RunCommand.of(List.of("bash", "-n", FOLDER.resolve(name).toString()), Map.of())) {
            assertThat(check.awaitEnd()).as(check.printed()).isZero();
        }
    }

    private static Stream<String> namesGivenToTheBridge() {
        Stream<JsonNode> containers = nodes.stream()
                .filter(node -> node.path("image").asString("").matches(OUR_IMAGE))
                .map(node -> node.path("environment"));
        Stream<JsonNode> maps = nodes.stream()
                .flatMap(node -> switch (node.path("kind").asString("")) {
                    case "ConfigMap" -> Stream.of(node.get("data"));
                    case "Secret" -> Stream.of(node.get("stringData"));
                    default -> Stream.empty();
                });
        return Stream.concat(containers, maps).flatMap(map -> map.propertyNames().stream());
    }

    private static Stream<JsonNode> documents() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .flatMap(file -> {
                    try (var documents =
                            new YAMLMapper().readerFor(JsonNode.class).<JsonNode>readValues(file.getValue())) {
                        return documents.readAll().stream();
                    }
                });
    }

    private static Stream<JsonNode> everythingIn(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(DeploymentFilesTest::everythingIn));
    }

    private static List<String> groups(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
