package org.kcibridge.it.benchmark.parsing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The texts that parsers read, one file each, made by somebody else beforehand: whoever measures how fast they are read must
 * not make them.
 *
 * @param folder where they are
 */
public record ParserTexts(Path folder) {

    public static final String KTAP = "kunit.log";
    public static final String TAP = "results.tap";
    public static final String JUNIT = "junit.xml";
    public static final String LAVA_RESULTS = "results.json";
    public static final String LAVA_LOG = "logs.txt";
    public static final String BUILD_CALLBACK = "build.json";
    public static final String TEST_CALLBACK = "test.json";
    public static final String SIGNATURE = "test.signature";
    public static final String SIGNING_KEY = "key.pub";

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
