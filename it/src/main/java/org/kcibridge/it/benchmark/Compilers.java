package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The threads of a JVM that compile what it runs. On few processors they are at it for minutes, beside the work. */
record Compilers(ProcessHandle jvm) {

    /** What the kernel counts a processor's time in, for programs. */
    private static final double TICKS_PER_SECOND = 100;

    /** Of what follows a thread's name in its line: see proc(5). */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    /** How long they have kept processors busy since the JVM was started, all together. */
    double seconds() throws IOException {
        double ticks = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(jvm.pid()), "task"))) {
            for (Path thread : threads) {
                ticks += ticks(thread);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double ticks(Path thread) throws IOException {
        try {
            String line = Files.readString(thread.resolve("stat"));
            int end = line.lastIndexOf(')');
            if (!line.substring(0, end).contains(" CompilerThre")) {
                return 0;
            }
            String[] fields = line.substring(end + 2).split(" ");
            return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        } catch (NoSuchFileException ended) {
            // The JVM lets one go when there is less to do; what it took is forgotten.
            return 0;
        }
    }
}
