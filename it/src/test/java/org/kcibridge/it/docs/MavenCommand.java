package org.kcibridge.it.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call of Maven.
 *
 * @param goals phases and goals
 * @param modules whose part of the build it is; empty for all
 * @param profiles switched on
 * @param properties set, with an empty value where they have none
 */
record MavenCommand(List<String> goals, List<String> modules, List<String> profiles, Map<String, String> properties) {

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

    MavenCommand {
        goals = List.copyOf(goals);
        modules = List.copyOf(modules);
        profiles = List.copyOf(profiles);
    }

    /** @throws IllegalArgumentException naming the word that is none of Maven's, as far as we use it */
    static MavenCommand parse(String line) {
        Deque<String> words = WORD.matcher(line)
                .results()
                .map(word -> word.group().replaceAll("['\"]", ""))
                .collect(Collectors.toCollection(ArrayDeque::new));
        if (!"mvn".equals(words.poll())) {
            throw new IllegalArgumentException("no call of Maven: " + line);
        }
        var command = new MavenCommandBuilder();
        while (!words.isEmpty()) {
            command.add(words.remove(), words);
        }
        return command.build();
    }

    private static final class MavenCommandBuilder {

        private final List<String> goals = new ArrayList<>();
        private final List<String> modules = new ArrayList<>();
        private final List<String> profiles = new ArrayList<>();
        private final Map<String, String> properties = new LinkedHashMap<>();

        private void add(String word, Deque<String> rest) {
            if (word.equals("-pl") && !rest.isEmpty()) {
                modules.addAll(Arrays.asList(rest.remove().split(",")));
            } else if (word.matches("-P[\\w,-]+")) {
                profiles.addAll(Arrays.asList(word.substring(2).split(",")));
            } else if (word.matches("-D[\\w.-]+(=.*)?")) {
                String[] parts = word.substring(2).split("=", 2);
                properties.put(parts[0], parts.length == 2 ? parts[1] : "");
            } else if (word.matches("[a-z][\\w-]*(:[\\w@-]+)*")) {
                goals.add(word);
            } else if (!word.matches("-am|-o|-q|-B|-e|--batch-mode")) {
                throw new IllegalArgumentException(word);
            }
        }

        private MavenCommand build() {
            return new MavenCommand(goals, modules, profiles, properties);
        }
    }
}
