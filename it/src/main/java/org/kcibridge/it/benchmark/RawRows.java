package org.kcibridge.it.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of a report in files, and how long COPY takes to bring them into tables with the same indexes. */
final class RawRows {

    private final Database bare;
    private final Map<String, Path> files = new LinkedHashMap<>();

    /** @param bare a database that no bridge works on */
    RawRows(Database report, Database bare, Path folder) throws Exception {
        this.bare = bare;
        Files.createDirectories(folder);
        for (String table : SeededReport.TABLES) {
            Path file = folder.resolve(table + ".copy");
            CopyOfRows.out(report, "select * from " + table, file);
            files.put(table, file);
        }
    }

    /** @return how many seconds it took */
    double copy() throws Exception {
        for (String table : files.keySet()) {
            CopyOfRows.makeBare(bare, "bare_" + table, table);
        }
        var watch = new Stopwatch();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            CopyOfRows.in(bare, "bare_" + file.getKey(), file.getValue());
        }
        return watch.seconds();
    }
}
