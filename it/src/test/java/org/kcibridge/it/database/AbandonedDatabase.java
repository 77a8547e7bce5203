package org.kcibridge.it.database;

import java.nio.file.Path;

/** A process of its own that starts a database, or joins in one, says so, and waits to be killed. */
final class AbandonedDatabase {

    private AbandonedDatabase() {}

    public static void main(String[] arguments) throws Exception {
        var settings = DatabaseSettings.scratch(Path.of(arguments[0]), Path.of(arguments[1]));
        var database =
                Boolean.parseBoolean(arguments[2]) ? EmbeddedDatabase.join(settings) : EmbeddedDatabase.start(settings);
        EmbeddedDatabaseTest.write(database.createDatabase("kernels"), "v6.17");
        System.out.println("written");
        System.in.read();
    }
}
