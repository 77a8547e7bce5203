package org.kcibridge.it.database;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where an embedded database lives and how seriously it takes its data.
 *
 * @param folder holds the data, the password and the log; belongs to one database
 * @param binaries where PostgreSQL's programs are unpacked, once per version; may be shared by many databases
 * @param durable whether a commit survives the machine's death; tests are faster without, and a commit survives the server's
 *     own death either way
 * @param port TCP port on loopback, 0 for a free one
 */
public record DatabaseSettings(Path folder, Path binaries, boolean durable, int port) {

    public DatabaseSettings {
        folder = folder.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 0..65535");
        }
    }

    /** A database whose data are worth keeping, complete in one folder. */
    public static DatabaseSettings durable(Path folder) {
        Objects.requireNonNull(folder);
        return new DatabaseSettings(folder, folder.resolve("binaries"), true, 0);
    }

    /** A database for tests: fast, and gone with its folder; the programs are unpacked into a folder the tests share. */
    public static DatabaseSettings scratch(Path folder, Path binaries) {
        return new DatabaseSettings(folder, binaries, false, 0);
    }
}
