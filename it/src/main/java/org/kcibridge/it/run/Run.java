package org.kcibridge.it.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kcibridge.it.database.DatabaseSettings;
import org.kcibridge.it.database.DatabaseUnusable;
import org.kcibridge.it.database.EmbeddedDatabase;
import org.kcibridge.it.database.FolderLock;
import org.kcibridge.settings.BadSetting;

/**
 * The run command: database, stand-ins where there is no TuxSuite, and the server, in the foreground until Ctrl-C. What
 * prevents a start is said in one line.
 */
public final class Run {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String DATABASE = "kcibridge";

    /** Made-up results get a database of their own, or the first start with a TUXSUITE_TOKEN might publish them. */
    private static final String SANDBOX_DATABASE = "sandbox";

    private final Path home;
    private final Closing closing = new Closing(Run::print);

    private Run(Path home) {
        this.home = home;
    }

    /** Takes its settings from the environment, and the places of server and EAR from system properties. */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("bridge.home")).toAbsolutePath().normalize();
        var run = new Run(home);
        Runtime.getRuntime().addShutdownHook(new Thread(run::stop, "stop"));
        String problem;
        try {
            problem = run.untilItEnds();
        } catch (BadSetting | StartFailed | DatabaseUnusable e) {
            problem = "KCI Bridge cannot start: " + e.getMessage();
        } catch (UncheckedIOException e) {
            problem = "KCI Bridge cannot start: " + e.getCause();
        } catch (Exception e) {
            problem = "KCI Bridge cannot start: " + e;
        }
        run.giveUp(problem);
    }

    /** Runs until the server ends by itself, and says so. */
    private String untilItEnds() throws Exception {
        var settings = RunSettings.from(System.getenv(), home);
        closing.open(() -> lock(settings.data()));
        BridgeServer server = start(settings);
        int status = server.awaitExit();
        return "KCI Bridge has ended: its server stopped by itself with status " + status + " (log: " + server.log()
                + ")";
    }

    private BridgeServer start(RunSettings settings) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("BRIDGE_PUBLIC_URL", settings.publicUrl().toString());
        var described = server(settings, environment);
        described.endOrphan();
        Ports.check(settings);

        environment.putAll(database(settings));
        Optional<Sandbox> sandbox = settings.sandbox() ? Optional.of(closing.open(Sandbox::new)) : Optional.empty();
        sandbox.ifPresent(counterparts -> environment.putAll(counterparts.environment()));
        BridgeServer server = closing.open(() -> {
            var started = server(settings, environment);
            started.start();
            return started;
        });
        server.awaitReady(PATIENCE);
        print(new Welcome(settings, server, sandbox.map(Sandbox::documentsUrl), server.takeOperatorToken()).text());
        return server;
    }

    private static BridgeServer server(RunSettings settings, Map<String, String> environment) {
        return new BridgeServer(
                new ServerSettings(
                        Path.of(System.getProperty("jboss.home")),
                        Path.of(System.getProperty("bridge.ear")),
                        settings.data().resolve("server"),
                        settings.bindAddress(),
                        settings.httpPort(),
                        settings.managementPort(),
                        environment,
                        List.of()),
                Run::print);
    }

    private Map<String, String> database(RunSettings settings) throws Exception {
        DatabaseAddress address;
        if (settings.database().isPresent()) {
            address = settings.database().get();
            address.check();
        } else {
            EmbeddedDatabase embedded = closing.open(() -> EmbeddedDatabase.start(
                    DatabaseSettings.durable(settings.data().resolve("postgres"))));
            String name = settings.sandbox() ? SANDBOX_DATABASE : DATABASE;
            embedded.createDatabase(name);
            address = new DatabaseAddress(embedded.jdbcUrl(name), embedded.user(), embedded.password());
        }
        return address.environment();
    }

    private static FolderLock lock(Path data) {
        try {
            return FolderLock.take(data)
                    .orElseThrow(() -> new BadSetting("BRIDGE_DATA (" + data + ") is in use by another KCI Bridge"));
        } catch (IOException e) {
            throw new BadSetting("BRIDGE_DATA (" + data + ") cannot be written to: " + e);
        }
    }

    private static void print(String text) {
        System.out.println(text);
    }

    /** Runs at Ctrl-C and the like, but also, with nothing left to do, after giving up. */
    private void stop() {
        if (!closing.hasBegun()) {
            print("\nKCI Bridge is stopping.");
            closing.close();
            print("KCI Bridge has stopped; its data are kept.");
        }
    }

    /** Ends Maven with the problem as its last line; an exception would bury it below a screen of advice. */
    private void giveUp(String problem) {
        try {
            // Ctrl-C reaches the server too, which may die of it before this process has noticed.
            if (closing.beginsWithin(1000)) {
                Thread.currentThread().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closing.close();
        System.out.flush();
        System.err.println(problem.lines().findFirst().orElse(problem));
        System.exit(1);
    }
}
