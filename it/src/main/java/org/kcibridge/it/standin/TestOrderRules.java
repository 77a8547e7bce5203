package org.kcibridge.it.standin;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/**
 * What TuxSuite demands of a test before it takes it on. It is stricter than known of the real one in one respect: a field
 * that TuxSuite's own client never sends is refused, as it is a slip of whoever sends it.
 */
final class TestOrderRules {

    private static final Set<String> DEVICES = Set.of(
            "qemu-arm64",
            "qemu-arm64be",
            "qemu-armv5",
            "qemu-armv7",
            "qemu-armv7be",
            "qemu-i386",
            "qemu-m68k",
            "qemu-mips32",
            "qemu-mips32el",
            "qemu-mips64",
            "qemu-mips64el",
            "qemu-ppc32",
            "qemu-ppc64",
            "qemu-ppc64le",
            "qemu-riscv32",
            "qemu-riscv64",
            "qemu-s390",
            "qemu-sh4",
            "qemu-sparc64",
            "qemu-x86_64");

    private static final Set<String> URLS = Set.of("kernel", "modules", "rootfs", "dtb", "bios", "callback");

    private static final Set<String> OBJECTS = Set.of("parameters", "timeouts", "callback_headers", "attachments");

    private static final Set<String> OTHERS = Set.of(
            "ap_romfw",
            "boot_args",
            "commands",
            "device",
            "fip",
            "host",
            "is_public",
            "job_definition",
            "lab",
            "lava_test_plans_project",
            "mcp_fw",
            "mcp_romfw",
            "notify_emails",
            "overlays",
            "plan",
            "qemu_image",
            "scp_fw",
            "scp_romfw",
            "shared",
            "test_name",
            "tests",
            "tuxbuild",
            "waiting_for");

    private TestOrderRules() {}

    /** The first rule that the order breaks, in words for the client. */
    static Optional<String> violation(JsonObject order) {
        if (!DEVICES.contains(text(order.get("device")))) {
            return Optional.of("unknown device: " + text(order.get("device")));
        }
        if (absent(order, "kernel") && absent(order, "waiting_for")) {
            return Optional.of("kernel is required");
        }
        return order.entrySet().stream()
                .flatMap(field -> violation(field.getKey(), field.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> violation(String field, JsonValue value) {
        if (URLS.contains(field)) {
            boolean fine = value == JsonValue.NULL || text(value).matches("https?://[^\\s/]+/\\S*");
            return fine ? Optional.empty() : Optional.of(field + " must be a http:// or https:// URL");
        }
        if (OBJECTS.contains(field)) {
            return value instanceof JsonObject ? Optional.empty() : Optional.of(field + " must be an object");
        }
        if (field.equals("tests")) {
            return tests(value);
        }
        return OTHERS.contains(field) ? Optional.empty() : Optional.of("unknown field: " + field);
    }

    private static Optional<String> tests(JsonValue value) {
        boolean names = value instanceof JsonArray list
                && list.stream().allMatch(item -> text(item).matches("[A-Za-z0-9][A-Za-z0-9_-]*"));
        if (!names) {
            return Optional.of("tests must be a list of names");
        }
        boolean boots = value.asJsonArray().stream().anyMatch(item -> text(item).equals("boot"));
        return boots ? Optional.of("boot is implied and cannot be asked for in tests") : Optional.empty();
    }

    private static boolean absent(JsonObject order, String field) {
        return text(order.get(field)).isEmpty();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : "";
    }
}
