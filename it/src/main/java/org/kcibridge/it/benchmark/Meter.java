package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.kcibridge.it.benchmark.figures.Usage;

/** What a bridge and its PostgreSQL use while it is measured; what they do in between does not count. */
final class Meter {

    private static final double KILOBYTES = 1024;

    private final ProcessHandle bridge;
    private final ProcessHandle postgres;
    private final Database database;

    private Map<Long, Duration> before = Map.of();
    private Duration bridgeBefore = Duration.ZERO;
    private long commitsBefore;
    private Stopwatch watch;

    private double seconds;
    private double bridgeSeconds;
    private double databaseSeconds;
    private double megabytes;
    private long commits;

    Meter(ProcessHandle bridge, Database database) throws Exception {
        this.bridge = bridge;
        this.database = database;
        // A connection's process is a child of the server's.
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            rows.next();
            postgres = ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    void begin() throws Exception {
        before = processors();
        bridgeBefore = processor(bridge);
        commitsBefore = commits();
        watch = new Stopwatch();
    }

    void end() throws Exception {
        seconds += watch.seconds();
        bridgeSeconds += seconds(processor(bridge).minus(bridgeBefore));
        processors().forEach((pid, now) -> databaseSeconds +=
                seconds(now.minus(before.getOrDefault(pid, Duration.ZERO))));
        commits += commits() - commitsBefore;
        megabytes = Math.max(megabytes, megabytes());
    }

    Usage usage() {
        return new Usage(bridgeSeconds / seconds, databaseSeconds / seconds, megabytes, commits / seconds);
    }

    /** The server's resident memory now. */
    double megabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(bridge.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst()
                .orElseThrow();
    }

    private Map<Long, Duration> processors() {
        Map<Long, Duration> all = new HashMap<>();
        postgres.descendants().forEach(process -> all.put(process.pid(), processor(process)));
        return all;
    }

    private static Duration processor(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private long commits() throws Exception {
        return database.number(
                "select xact_commit from pg_stat_database where datname = '%s'".formatted(database.name()));
    }
}
