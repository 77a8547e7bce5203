package org.kcibridge.it.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command that runs a bridge in a process of its own, with nothing set but what is given; what it prints is kept. */
public final class RunCommand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SETTING = Pattern.compile("(BRIDGE|DB|KCIDB|TUXSUITE|TUXAPI|GITHUB)_.*");

    private final Process process;
    private final StringBuffer printed = new StringBuffer();
    private final Thread reader = new Thread(this::read, "run-command");

    private RunCommand(Process process) {
        this.process = process;
    }

    /** The one that the README begins with. */
    public static RunCommand start(Path home, Map<String, String> environment) {
        List<String> command = java();
        for (String place : List.of("jboss.home", "bridge.ear")) {
            command.add("-D" + place + "=" + System.getProperty(place));
        }
        command.add("-Dbridge.home=" + home);
        command.add(Run.class.getName());
        return of(command, environment);
    }

    /** What starts a main class of this project; its name and arguments are to be added. */
    public static List<String> java() {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        String coverage = System.getProperty("jacoco.agent", "");
        if (coverage.startsWith("-javaagent")) {
            command.add(coverage);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** Any other. */
    public static RunCommand of(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> SETTING.matcher(name).matches());
        builder.environment().putAll(environment);
        try {
            var started = new RunCommand(builder.start());
            started.reader.start();
            return started;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> printed.append(line).append('\n'));
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    public String printed() {
        return printed.toString();
    }

    /** The first group of the first match in what it prints, which may be still to come. */
    public String awaitPrinted(String regex) {
        Pattern pattern = Pattern.compile(regex);
        await(regex).atMost(PATIENCE).until(() -> pattern.matcher(printed()).find() || !process.isAlive());
        Matcher matcher = pattern.matcher(printed());
        assertThat(matcher.find()).as(printed()).isTrue();
        return matcher.group(1);
    }

    /** As Ctrl-C and the like do; the process's own method would stop listening to its last words. */
    public int stop() throws InterruptedException {
        process.toHandle().destroy();
        return awaitEnd();
    }

    /** @return its status */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
        }
    }
}
