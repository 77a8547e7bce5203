package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kcibridge.report.KcidbText;

/**
 * The command line with which a person can make the same build, to be pasted into a shell in a checkout of the same
 * revision. Tuxmake, which TuxSuite runs, records it; otherwise it is put together from what was ordered.
 */
final class TuxmakeCommand {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private TuxmakeCommand() {}

    static String of(BuildStatus build) {
        return Redaction.text(
                build.reproducer().flatMap(TuxmakeCommand::recorded).orElseGet(() -> composed(build)));
    }

    /** A list of arguments, or a whole line that is shell already. */
    private static Optional<String> recorded(JsonValue commandLine) {
        Optional<String> line = commandLine instanceof JsonString text
                ? Optional.of(KcidbText.clean(text.getString()))
                : Optional.of(quoted(Account.texts(commandLine)));
        return line.filter(text -> !text.isBlank());
    }

    private static String composed(BuildStatus build) {
        List<String> words = new ArrayList<>(List.of("tuxmake"));
        build.text("target_arch").ifPresent(arch -> words.add("--target-arch=" + arch));
        build.text("toolchain").ifPresent(toolchain -> words.add("--toolchain=" + toolchain));
        String option = "--kconfig=";
        for (String kconfig : build.kconfig()) {
            words.add(option + kconfig);
            option = "--kconfig-add=";
        }
        build.makeVariables().forEach((name, value) -> {
            if (!Redaction.confidential(name)) {
                words.add(name + "=" + (value instanceof JsonString text ? text.getString() : value));
            }
        });
        words.addAll(build.targets());
        return quoted(words);
    }

    private static String quoted(List<String> words) {
        return words.stream().map(TuxmakeCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
