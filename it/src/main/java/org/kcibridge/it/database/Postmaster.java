package org.kcibridge.it.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The server process of one data folder, found through its {@code postmaster.pid}, whether this JVM started it or one
 * that was killed since.
 */
final class Postmaster {

    /** Counted from 0, as the manual of postmaster.pid has it: pid, folder, start time, port, … */
    private static final int PORT_LINE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;
    private final Path pidFile;

    Postmaster(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** The process id, where a server of this very folder is alive; the number alone may be another's by now. */
    OptionalLong living() throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,9}")) {
            return OptionalLong.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        return servesThisFolder(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
    }

    /** The port that the living server says it listens on. */
    int port() throws IOException {
        return Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
    }

    /** The server removes its file when it ends, at any moment. */
    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(pidFile);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private boolean servesThisFolder(long pid) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            String[] arguments = new String(raw, StandardCharsets.UTF_8).split("\0");
            return arguments[0].endsWith("postgres") && Arrays.asList(arguments).contains(data.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    /** Ends the server, losing no commit: politely first, then by crash recovery's leave. */
    void stop() throws IOException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            OptionalLong pid = living();
            if (pid.isEmpty()) {
                break;
            }
            Command.run(Path.of("/"), List.of("sh", "-c", "kill -s " + signal + " " + pid.getAsLong()));
            awaitEnd();
        }
        Files.deleteIfExists(pidFile);
    }

    /** Looks at the file too: where nothing reaps orphans, as in a container, the dead process stays listed. */
    private void awaitEnd() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (living().isPresent() && System.nanoTime() < deadline) {
            Pause.milliseconds(20);
        }
    }
}
