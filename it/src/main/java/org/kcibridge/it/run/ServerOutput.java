package org.kcibridge.it.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server process prints: all of it goes to a file, warnings and errors to whoever listens, once the server is up.
 * Until then they are held back, since a failed start is explained in one line.
 */
final class ServerOutput {

    private static final Pattern OWN_MESSAGE = Pattern.compile("KCIB[A-Z]*[0-9]+: .*");
    private static final String STARTED = "WFLYSRV0025";
    private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

    private final Path file;
    private final Consumer<String> listener;
    private final List<String> held = new ArrayList<>();
    private final Thread reader;
    private boolean live;
    private boolean started;
    private boolean faulty;
    private String firstError;
    private String ownReason;
    private String level = "";

    ServerOutput(Process process, Path file, Consumer<String> listener) {
        this.file = file;
        this.listener = listener;
        this.reader = new Thread(() -> copy(process.inputReader()), "server-output");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    private void copy(BufferedReader lines) {
        try (lines;
                Writer writer = Files.newBufferedWriter(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                writer.write(line + System.lineSeparator());
                writer.flush();
                look(line);
            }
        } catch (IOException e) {
            listener.accept("the server's output is no longer recorded: " + e.getMessage());
        }
    }

    private synchronized void look(String line) {
        Optional<ServerLine> first = ServerLine.read(line);
        level = first.map(ServerLine::level).orElse(level);
        String text = first.map(ServerLine::text).orElse(line);
        started |= text.contains(STARTED);
        faulty |= text.contains(STARTED_WITH_ERRORS);
        boolean error = level.equals("ERROR") || level.equals("FATAL");
        if (error && firstError == null) {
            firstError = text.lines().findFirst().orElse("");
        }
        Matcher own = OWN_MESSAGE.matcher(text);
        if (error && ownReason == null && own.find()) {
            ownReason = own.group();
        }
        if (first.isPresent() && (error || level.equals("WARN"))) {
            if (live) {
                listener.accept(line);
            } else if (error || first.get().logger().startsWith("org.kcibridge")) {
                // The server's own warnings at each start tell an operator nothing new.
                held.add(line);
            }
        }
    }

    /** From now on warnings and errors are passed on, those of the start first. */
    synchronized void goLive() {
        live = true;
        held.forEach(listener);
        held.clear();
    }

    /** Whether the server says itself that its start is over, and went well. */
    synchronized boolean isStarted() {
        return started;
    }

    /** Whether the server says itself that its start went wrong. */
    synchronized boolean isFaulty() {
        return faulty;
    }

    /** The application's own explanation where it gave one, or else the first error. */
    synchronized Optional<String> reason() {
        return Optional.ofNullable(ownReason).or(() -> Optional.ofNullable(firstError));
    }

    /** Waits for the last line of a process that has ended. */
    void await() throws InterruptedException {
        reader.join(2000);
    }
}
