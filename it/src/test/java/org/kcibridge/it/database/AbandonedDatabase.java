package org.kcibridge.it.database;

import java.nio.file.Path;

/** A process of its own that starts a database, says so, and waits to be killed. */
final class AbandonedDatabase {

    private AbandonedDatabase() {}

    public static void main(String[] arguments) throws Exception {
        var settings = DatabaseSettings.scratch(Path.of(arguments[0]), Path.of(arguments[1]));
        EmbeddedDatabaseTest.write(EmbeddedDatabase.start(settings).createDatabase("kernels"), "v6.17");
        System.out.println("written");
        System.in.read();
    }
}
