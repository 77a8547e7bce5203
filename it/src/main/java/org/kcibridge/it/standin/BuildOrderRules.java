package org.kcibridge.it.standin;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/** What TuxSuite demands of an order before it takes it on. */
final class BuildOrderRules {

    private static final Set<String> ARCHITECTURES = Set.of(
            "arc",
            "arm",
            "arm64",
            "hexagon",
            "i386",
            "loongarch",
            "m68k",
            "mips",
            "openrisc",
            "parisc",
            "powerpc",
            "riscv",
            "s390",
            "sh",
            "sparc",
            "um",
            "x86_64",
            "xtensa");

    private BuildOrderRules() {}

    /** The first rule that the order breaks, in words for the client. */
    static Optional<String> violation(JsonObject order) {
        if (!text(order, "git_repo").matches("(git|https?)://.+")) {
            return Optional.of("git_repo must be a git://, http:// or https:// URL");
        }
        if (text(order, "git_ref").isEmpty() == text(order, "git_sha").isEmpty()) {
            return Optional.of("exactly one of git_ref and git_sha is required");
        }
        if (!ARCHITECTURES.contains(text(order, "target_arch"))) {
            return Optional.of("unknown target_arch: " + text(order, "target_arch"));
        }
        if (!text(order, "toolchain").matches("[a-z0-9][a-z0-9.-]*")) {
            return Optional.of("unknown toolchain: " + text(order, "toolchain"));
        }
        return kconfig(order.get("kconfig"));
    }

    private static Optional<String> kconfig(JsonValue kconfig) {
        boolean fine = kconfig != null
                && kconfig.getValueType() == JsonValue.ValueType.ARRAY
                && !kconfig.asJsonArray().isEmpty()
                && kconfig.asJsonArray().stream().allMatch(JsonString.class::isInstance);
        return fine ? Optional.empty() : Optional.of("kconfig must be a list of one or more strings");
    }

    private static String text(JsonObject order, String name) {
        return order.get(name) instanceof JsonString value ? value.getString() : "";
    }
}
