package org.kcibridge.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of submissions. Those that are taken go to {@code archive}, others to {@code failed} with the reason beside them;
 * what does not end in {@code .json} is left alone, for somebody may still be writing it.
 */
public final class ImportFolder {

    private static final String SUFFIX = ".json";
    /** KCIDB's own clients write under this name first. */
    private static final String UNFINISHED = ".temp";
    /** A submission is read as a whole; the largest ones that are found in the wild have half of it. */
    private static final long LARGEST = 16L << 20;

    private final Path folder;

    private ImportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A folder in the one that is set.
     *
     * @param name of the folder; {@code .} for the one that is set itself
     * @throws Unusable when there is none
     */
    public static ImportFolder of(IngestSettings settings, String name) {
        Path root = settings.folder()
                .orElseThrow(() -> new Unusable("BRIDGE_IMPORT_FOLDER is not set: nothing can be imported"));
        Path folder = root.resolve(name);
        // A link would lead out of it.
        if (!Files.isDirectory(
                folder, name.equals(".") ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS})) {
            throw new Unusable("%s is no folder in BRIDGE_IMPORT_FOLDER".formatted(name));
        }
        return new ImportFolder(folder);
    }

    /** The names of the submissions in it, in their order. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.endsWith(UNFINISHED))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws Unusable when it is too large */
    byte[] read(String name) {
        try {
            Path file = folder.resolve(name);
            if (Files.size(file) > LARGEST) {
                throw new Unusable("it is larger than %d MiB".formatted(LARGEST >> 20));
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Unusable("it cannot be read: " + unreadable.getMessage());
        }
    }

    /** Whether it is still there: another node may have taken it. */
    boolean holds(String name) {
        return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    void archive(String name) {
        move(name, "archive");
    }

    void fail(String name, String reason) {
        try {
            Path failed = Files.createDirectories(folder.resolve("failed"));
            Files.writeString(failed.resolve(name + ".reason.txt"), reason + System.lineSeparator());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        move(name, "failed");
    }

    private void move(String name, String to) {
        try {
            Path target = Files.createDirectories(folder.resolve(to));
            Files.move(folder.resolve(name), target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
