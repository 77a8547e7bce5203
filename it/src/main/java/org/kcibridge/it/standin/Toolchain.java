package org.kcibridge.it.standin;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The compiler behind a toolchain's name, in the words {@code tuxmake} reports it with. */
record Toolchain(String name) {

    private static final String NIGHTLY = "22";

    JsonObject describe(String architecture) {
        boolean clang = name.startsWith("clang") || name.startsWith("korg-clang");
        String major = name.replaceAll("^\\D*", "");
        String version =
                clang ? (major.isEmpty() ? NIGHTLY : major) + ".1.3" : (major.isEmpty() ? "14" : major) + ".2.0";
        String full = clang
                ? "Debian clang version " + version + " (++20251012101506+abcdef0-1~exp1)"
                : triplet(architecture) + "-gcc (Debian " + version + "-8) " + version;
        return Json.createObjectBuilder()
                .add("name", clang ? "clang" : "gcc")
                .add("version", version)
                .add("version_full", full)
                .build();
    }

    private static String triplet(String architecture) {
        return switch (architecture) {
            case "riscv" -> "riscv64-linux-gnu";
            case "arm64" -> "aarch64-linux-gnu";
            case "arm" -> "arm-linux-gnueabihf";
            default -> architecture + "-linux-gnu";
        };
    }
}
