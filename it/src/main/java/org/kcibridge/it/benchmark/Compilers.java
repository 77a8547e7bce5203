package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The threads of a JVM that compile what it runs. On few processors they are at it for minutes, beside the work. */
final class Compilers {

    /** Of what follows a thread's name in its line: see proc(5). */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    private final Path threads;

    /** What each was last seen to have taken: the JVM lets one go when there is less to do. */
    private final Map<Path, Long> ticks = new HashMap<>();

    Compilers(ProcessHandle jvm) {
        threads = Path.of("/proc", Long.toString(jvm.pid()), "task");
    }

    /** How long they have kept processors busy since the JVM was started, all together. */
    double seconds() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                look(thread);
            }
        }
        return ticks.values().stream().mapToLong(Long::longValue).sum() / Meter.TICKS_PER_SECOND;
    }

    private void look(Path thread) throws IOException {
        try {
            String line = Files.readString(thread.resolve("stat"));
            int end = line.lastIndexOf(')');
            if (line.substring(0, end).contains(" CompilerThre")) {
                String[] fields = line.substring(end + 2).split(" ");
                ticks.put(thread, Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]));
            }
        } catch (IOException unreadable) {
            if (Files.exists(thread)) {
                throw unreadable;
            }
        }
    }
}
