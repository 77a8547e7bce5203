package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.kcibridge.it.benchmark.figures.Usage;

/** What a bridge and its PostgreSQL use while it is measured; what they do in between does not count. */
final class Meter {

    private static final double KILOBYTES = 1024;

    /** What the kernel counts a processor's time in, for programs. */
    static final double TICKS_PER_SECOND = 100;

    private final ProcessHandle bridge;
    private final Compilers compilers;
    private final ProcessHandle postgres;
    private final Database database;
    private final ProcessHandle client = ProcessHandle.current();

    private Map<Long, Duration> before = Map.of();
    private Duration bridgeBefore = Duration.ZERO;
    private double compilersBefore;
    private Duration clientBefore = Duration.ZERO;
    private double machineBefore;
    private long commitsBefore;
    private Stopwatch watch;

    private double seconds;
    private double bridgeSeconds;
    private double compilerSeconds;
    private double databaseSeconds;
    private double clientSeconds;
    private double machineSeconds;
    private double megabytes;
    private long commits;

    Meter(ProcessHandle bridge, Database database) throws Exception {
        this.bridge = bridge;
        this.compilers = new Compilers(bridge);
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
        compilersBefore = compilers.seconds();
        clientBefore = processor(client);
        machineBefore = machineSeconds();
        commitsBefore = commits();
        watch = new Stopwatch();
    }

    void end() throws Exception {
        seconds += watch.seconds();
        bridgeSeconds += seconds(processor(bridge).minus(bridgeBefore));
        compilerSeconds += compilers.seconds() - compilersBefore;
        processors()
                .forEach((pid, now) -> databaseSeconds += seconds(now.minus(before.getOrDefault(pid, Duration.ZERO))));
        clientSeconds += seconds(processor(client).minus(clientBefore));
        machineSeconds += machineSeconds() - machineBefore;
        commits += commits() - commitsBefore;
        megabytes = Math.max(megabytes, megabytes());
    }

    Usage usage() {
        double others = machineSeconds - bridgeSeconds - databaseSeconds - clientSeconds;
        return new Usage(
                bridgeSeconds / seconds,
                compilerSeconds / seconds,
                databaseSeconds / seconds,
                clientSeconds / seconds,
                Math.max(0, others / seconds),
                megabytes,
                commits / seconds);
    }

    /** The server's resident memory now. */
    double megabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(bridge.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst()
                .orElseThrow();
    }

    /** How long the machine's processors have been busy, all together, since it was started. */
    private static double machineSeconds() throws IOException {
        // cpu user nice system idle iowait irq softirq steal: see proc(5).
        String[] ticks = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
        return IntStream.of(1, 2, 3, 6, 7, 8)
                        .mapToLong(column -> Long.parseLong(ticks[column]))
                        .sum()
                / TICKS_PER_SECOND;
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
