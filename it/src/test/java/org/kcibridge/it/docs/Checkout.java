package org.kcibridge.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The repository as it lies around this module, without what builds and runs leave in it.
 *
 * @param root its folder
 * @param sources the text of each file that people write, by its path
 */
record Checkout(Path root, Map<String, String> sources) {

    private static final Set<String> MADE = Set.of("target", ".git", ".bridge-data", ".idea");
    private static final Pattern WRITTEN =
            Pattern.compile(".*\\.(java|md|xml|cli|sql|json|properties|html|yml|yaml)|(\\.ci|docker)/.*");

    static Checkout around() {
        return of(Path.of("..").toAbsolutePath().normalize());
    }

    private static Checkout of(Path root) {
        Map<String, String> sources = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return MADE.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String path = root.relativize(file).toString();
                    if (WRITTEN.matcher(path).matches()) {
                        sources.put(path, Files.readString(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Checkout(root, sources);
    }

    Stream<Document> documents() {
        return sources.entrySet().stream()
                .filter(source ->
                        source.getKey().matches("(docker/)?README\\.md|CONTRIBUTING\\.md|docs/(adr/)?[^/]+\\.md"))
                .map(source -> new Document(source.getKey(), source.getValue()));
    }

    boolean has(Path path) {
        return Files.exists(root.resolve(path));
    }

    boolean hasFileCalled(String name) {
        return sources.keySet().stream().anyMatch(path -> path.equals(name) || path.endsWith("/" + name));
    }

    boolean hasPackage(String name) {
        String folder = "/java/" + name.replace('.', '/') + "/";
        return sources.keySet().stream().anyMatch(path -> path.contains(folder));
    }

    /** A type of ours, or one that ours use. */
    boolean knowsType(String simpleName) {
        return hasFileCalled(simpleName + ".java")
                || mentions(
                        Pattern.compile("^import (static )?[a-z][\\w.]*\\." + simpleName + "\\b", Pattern.MULTILINE));
    }

    /** Whether anything but the documents themselves has it. */
    boolean mentions(Pattern pattern) {
        return sources.entrySet().stream()
                .filter(source -> !source.getKey().endsWith(".md"))
                .anyMatch(source -> pattern.matcher(source.getValue()).find());
    }

    /** The text of a type of ours; empty where there is none. */
    String sourceOf(String simpleName) {
        return sources.entrySet().stream()
                .filter(source -> source.getKey().endsWith("/" + simpleName + ".java"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
