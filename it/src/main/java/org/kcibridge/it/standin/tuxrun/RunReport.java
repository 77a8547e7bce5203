package org.kcibridge.it.standin.tuxrun;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a run that is over leaves: what its callback says, and the files beside it, all of one mould. */
public final class RunReport {

    private final TuxRun run;
    private final RunOrder order;

    RunReport(TuxRun run, RunOrder order) {
        this.run = run;
        this.order = order;
    }

    /** TuxSuite's word for the whole. */
    public String result() {
        boolean ran = run.ending() == Ending.RAN;
        return ran && results().containsValue(Json.createValue("fail")) ? "fail" : run.ending().result;
    }

    /** TuxSuite's words for the boot and each suite; {@code unknown} for what never reported. */
    public JsonObject results() {
        JsonObjectBuilder results = Json.createObjectBuilder();
        verdicts().forEach(results::add);
        return results.build();
    }

    public int retries() {
        return run.retries();
    }

    /** The files that the run left, by name: none where no device ever wrote a log. */
    public Map<String, RunFile> files() {
        if (!run.ending().leavesFiles) {
            return Map.of();
        }
        return Map.of(
                "results.json",
                this::writeResults,
                "logs.txt",
                out -> write(out, LavaLine::isTarget, LavaLine::text),
                "lava-logs.yaml",
                out -> write(out, line -> true, LavaLine::yaml));
    }

    private Map<String, String> verdicts() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        if (run.ending() == Ending.NOTHING) {
            return verdicts;
        }
        boolean booted = run.ending() == Ending.RAN;
        verdicts.put("boot", booted ? "pass" : run.ending() == Ending.BOOT_FAILED ? "fail" : "unknown");
        order.tests().forEach(suite -> verdicts.put(suite, "unknown"));
        if (booted) {
            run.suites(order).forEach(suite -> verdicts.put(suite.name(), suite.verdict()));
        }
        verdicts.putAll(run.verdicts());
        return verdicts;
    }

    private void readLog(Consumer<LavaLine> reader) {
        new Device(run, order, new LavaLog(order.started(), reader)).run();
    }

    private void writeResults(OutputStream out) throws IOException {
        var results = new ResultsJson(run.isIndexed());
        readLog(results);
        out.write(results.toJson().toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(OutputStream out, Predicate<LavaLine> wanted, Function<LavaLine, String> shape)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            readLog(line -> {
                if (wanted.test(line)) {
                    append(writer, shape.apply(line));
                }
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        writer.flush();
    }

    private static void append(Writer writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
