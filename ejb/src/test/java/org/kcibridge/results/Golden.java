package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Samples of a format in its folder, and beside each what a reader is to make of it, as text for people. */
record Golden(Path sample) {

    static List<Golden> of(ResultsFormat format) {
        String folder = format.name().toLowerCase(Locale.ROOT);
        try (Stream<Path> files =
                Files.list(Path.of(Golden.class.getResource(folder).toURI()))) {
            return files.filter(file -> !file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Golden::new)
                    .toList();
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(sample);
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(sample);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String expected() throws IOException {
        String name = sample.getFileName().toString();
        return Files.readString(sample.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt"));
    }

    static String text(List<CaseResult> results) {
        return results.stream().map(Golden::text).collect(Collectors.joining());
    }

    private static String text(CaseResult result) {
        StringBuilder text = new StringBuilder(result.status() + " " + result.suite());
        if (!result.isOfWholeSuite()) {
            text.append(": ").append(String.join(" > ", result.name()));
        }
        result.duration()
                .ifPresent(seconds ->
                        text.append(" (").append(seconds.toPlainString()).append(" s)"));
        result.startTime().ifPresent(time -> text.append(" @").append(time));
        result.comment().ifPresent(comment -> text.append(" -- ").append(comment));
        text.append('\n');
        if (!result.log().isEmpty()) {
            result.log()
                    .lines()
                    .forEach(line -> text.append("    | ").append(line).append('\n'));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return sample.getFileName().toString();
    }
}
