package org.kcibridge.it.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the threads of the deployed bridge do: for the message of a test that has waited for them in vain. */
public final class ServerThreads {

    private ServerThreads() {}

    /** The stacks of threads with this in their names, of all servers that this worker has started. */
    public static String named(String part) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(ServerThreads::dump)
                .flatMap(dump -> Arrays.stream(dump.split("\n\n")))
                .filter(thread -> thread.startsWith("\"")
                        && thread.lines().findFirst().orElse("").contains(part))
                .collect(Collectors.joining("\n\n"));
    }

    private static String dump(ProcessHandle process) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            return impossible.toString();
        }
    }
}
