package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** PostgreSQL's COPY, the fastest way that rows get into a table. */
final class CopyOfRows {

    private CopyOfRows() {}

    /** A table with the columns and the indexes of another, and with none of its triggers. */
    static void makeBare(Database database, String bare, String like) throws SQLException {
        database.execute(
                "drop table if exists " + bare, "create table %s (like %s including all)".formatted(bare, like));
    }

    static String out(Database database, String query) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            var text = new StringWriter();
            manager(connection).copyOut("copy (%s) to stdout".formatted(query), text);
            return text.toString();
        }
    }

    static void out(Database database, String query, Path file) throws SQLException, IOException {
        try (Connection connection = database.connect();
                OutputStream rows = Files.newOutputStream(file)) {
            manager(connection).copyOut("copy (%s) to stdout".formatted(query), rows);
        }
    }

    static void in(Connection connection, String table, String rows) throws SQLException, IOException {
        manager(connection).copyIn("copy %s from stdin".formatted(table), new StringReader(rows));
    }

    static void in(Database database, String table, Path file) throws SQLException, IOException {
        try (Connection connection = database.connect();
                InputStream rows = Files.newInputStream(file)) {
            manager(connection).copyIn("copy %s from stdin".formatted(table), rows);
        }
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
