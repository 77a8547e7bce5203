package org.kcibridge.it.docs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Calls of Maven in documents, and what is wrong with them: everything that they name has to be there. */
record Commands(Checkout checkout) {

    private static final Set<String> PHASES = Set.of("clean", "validate", "compile", "test", "package", "verify");

    /** They take names of classes, {@code None} among them for no class at all. */
    private static final List<String> CHOICES = List.of("test", "it.test");

    /** Properties of the plugins that run tests, which no file here mentions. */
    private static final Pattern FOREIGN =
            Pattern.compile("groups|excludedGroups|(surefire|failsafe)\\.[A-Za-z]+|skipTests|skipITs");

    Stream<String> faults(Document document) {
        return document.commands()
                .flatMap(command -> faults(command).map(fault -> document.path() + ": " + command + ": " + fault));
    }

    private Stream<String> faults(String line) {
        MavenCommand command;
        try {
            command = MavenCommand.parse(line);
        } catch (IllegalArgumentException unreadable) {
            return Stream.of("unreadable " + unreadable.getMessage());
        }
        Stream<String> goals = command.goals().stream().filter(goal -> !isGoal(goal));
        Stream<String> modules = command.modules().stream().filter(module -> !checkout.has(Path.of(module, "pom.xml")));
        Stream<String> profiles = command.profiles().stream()
                .filter(profile -> !checkout.mentions(Pattern.compile("<id>" + Pattern.quote(profile) + "</id>")));
        Stream<String> properties = command.properties().keySet().stream().filter(name -> !isProperty(name));
        Stream<String> tests = command.properties().entrySet().stream().flatMap(this::unknownTests);
        return Stream.of(goals, modules, profiles, properties, tests).flatMap(found -> found);
    }

    private boolean isGoal(String goal) {
        return PHASES.contains(goal)
                || goal.contains(":")
                        && checkout.mentions(Pattern.compile(
                                "<artifactId>" + Pattern.quote(goal.replaceFirst(":.*$", "")) + "-maven-plugin<"));
    }

    private boolean isProperty(String name) {
        return CHOICES.contains(name)
                || FOREIGN.matcher(name).matches()
                || checkout.mentions(Pattern.compile("[\"<{]" + Pattern.quote(name) + "[\">}]"));
    }

    private Stream<String> unknownTests(Map.Entry<String, String> choice) {
        return CHOICES.contains(choice.getKey())
                ? Arrays.stream(choice.getValue().split(",")).filter(test -> !isTest(test))
                : Stream.empty();
    }

    private boolean isTest(String test) {
        String type = test.replaceFirst("[#$].*$", "");
        String source = checkout.sourceOf(type);
        return type.equals("None")
                || !source.isEmpty()
                        && Arrays.stream(test.split("[#$]")).skip(1).allMatch(part -> Pattern.compile(
                                        "(void|class) " + Pattern.quote(part) + "\\b")
                                .matcher(source)
                                .find());
    }
}
