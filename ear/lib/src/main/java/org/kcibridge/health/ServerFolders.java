package org.kcibridge.health;

import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the server writes: its logs, and its data, which are the log of its transactions above all. */
public final class ServerFolders {

    private ServerFolders() {}

    /** How many bytes are free in each folder, by its name. */
    public static Map<String, Long> free() {
        Map<String, Long> free = new TreeMap<>();
        Stream.of("log", "data").forEach(name -> free.put(name, free(name)));
        return free;
    }

    /** How many bytes are free in one of them. */
    public static long free(String name) {
        return new File(System.getProperty("jboss.server." + name + ".dir")).getUsableSpace();
    }
}
