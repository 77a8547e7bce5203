package org.kcibridge.it.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a test database belongs to, written into the database's comment. It is both the proof that the database
 * is ours and the means to tell whether its run is still going on.
 *
 * @param host with the process namespace, since containers of one name count their processes separately
 * @param started tells a process from a later one with the same number
 */
record Owner(String run, long pid, String host, Instant started) {

    private static final Pattern MARK =
            Pattern.compile("kci-bridge test database: run=([0-9a-f]{8}) pid=(\\d{1,18}) host=(\\S+) started=(\\S+Z)");

    /** The kernel's idea of when it booted, which start times are reckoned from, moves a little with the clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final Owner SELF = new Owner(
            UUID.randomUUID().toString().substring(0, 8),
            ProcessHandle.current().pid(),
            ownHost(),
            ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH));

    static Owner self() {
        return SELF;
    }

    /** Empty where the comment is not our mark. */
    static Optional<Owner> from(String comment) {
        Matcher mark = MARK.matcher(comment == null ? "" : comment);
        return mark.matches()
                ? Optional.of(new Owner(
                        mark.group(1), Long.parseLong(mark.group(2)), mark.group(3), Instant.parse(mark.group(4))))
                : Optional.empty();
    }

    String mark() {
        return "kci-bridge test database: run=" + run + " pid=" + pid + " host=" + host + " started=" + started;
    }

    /** What runs on another host cannot be seen from here, and so counts as alive. */
    boolean isAlive() {
        return !host.equals(SELF.host)
                || ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .map(ProcessHandle::info)
                        .flatMap(ProcessHandle.Info::startInstant)
                        .filter(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) < 0)
                        .isPresent();
    }

    private static String ownHost() {
        return read("/proc/sys/kernel/hostname") + "/" + namespace();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unknown) {
            return "localhost";
        }
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException unknown) {
            return "unknown";
        }
    }
}
