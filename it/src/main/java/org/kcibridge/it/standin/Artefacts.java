package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a finished build leaves behind, by kind, and a little text for each of them, so that links work. */
final class Artefacts {

    private final JsonObject order;
    private final BuildOutcome outcome;

    Artefacts(JsonObject order, BuildOutcome outcome) {
        this.order = order;
        this.outcome = outcome;
    }

    String image() {
        return switch (order.getString("target_arch")) {
            case "x86_64", "i386" -> "bzImage";
            case "arm" -> "zImage";
            default -> "Image.gz";
        };
    }

    /** A kernel without modules is what the two smallest configurations give. */
    boolean hasModules() {
        String first = order.getJsonArray("kconfig").getString(0);
        return outcome.compiled() && !first.equals("tinyconfig") && !first.equals("allnoconfig");
    }

    Map<String, List<String>> byKind() {
        Map<String, List<String>> files = new LinkedHashMap<>();
        files.put("config", List.of("config"));
        files.put("debugkernel", outcome.compiled() ? List.of("vmlinux.xz", "System.map") : List.of());
        files.put("default", List.of());
        files.put("dtbs", outcome.compiled() ? List.of("dtbs.tar.xz") : List.of());
        files.put("headers", outcome.compiled() ? List.of("headers.tar.xz") : List.of());
        files.put("kernel", outcome.compiled() ? List.of(image()) : List.of());
        files.put("log", List.of("build.log", "build-debug.log"));
        files.put("modules", hasModules() ? List.of("modules.tar.xz") : List.of());
        return files;
    }

    JsonObject toJson() {
        JsonObjectBuilder kinds = Json.createObjectBuilder();
        byKind().forEach((kind, files) -> {
            JsonArrayBuilder names = Json.createArrayBuilder();
            files.forEach(names::add);
            kinds.add(kind, names);
        });
        return kinds.build();
    }

    /** The text of a file, empty where the build has no such file. */
    Optional<String> content(String file) {
        if (!outcome.ran() || byKind().values().stream().noneMatch(files -> files.contains(file))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (file) {
                    case "build.log", "build-debug.log" -> log();
                    case "config" -> config();
                    default -> file + " of a sandbox build\n";
                });
    }

    private String log() {
        String command =
                """
                make --silent --keep-going --jobs=8 O=/home/tuxmake/.cache/tuxmake/builds/1/build ARCH=%s
                """
                        .formatted(order.getString("target_arch"));
        return outcome.compiled()
                ? command + "  Kernel: " + image() + " is ready\n"
                : command
                        + """
                          ../drivers/clk/thead/clk-th1520-ap.c: In function 'th1520_clk_probe':
                          ../drivers/clk/thead/clk-th1520-ap.c:1307:9: error: too few arguments to function 'devm_clk_hw_register'
                          make[5]: *** [../scripts/Makefile.build:287: drivers/clk/thead/clk-th1520-ap.o] Error 1
                          make: *** [Makefile:248: __sub-make] Error 2
                          """;
    }

    private String config() {
        return """
                #
                # Automatically generated file; DO NOT EDIT.
                # Linux/%s %s Kernel Configuration
                #
                CONFIG_64BIT=y
                """
                .formatted(order.getString("target_arch"), Source.VERSION);
    }
}
