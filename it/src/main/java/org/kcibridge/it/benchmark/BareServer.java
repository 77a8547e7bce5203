package org.kcibridge.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kcibridge.it.run.BridgeServer;

/** The server with its whole configuration, and an application in it that has nothing but a page. */
final class BareServer {

    private static final String STARTED = "WFLYSRV0025";

    private BareServer() {}

    static Path application(Path folder) throws IOException {
        Path file = folder.resolve("nothing.war");
        try (var archive = new ZipOutputStream(Files.newOutputStream(file))) {
            archive.putNextEntry(new ZipEntry("index.html"));
            archive.closeEntry();
        }
        return file;
    }

    /** @return how many seconds it took until the server said that it had started */
    static double startSeconds(BridgeServer server) throws Exception {
        Files.deleteIfExists(server.log());
        var watch = new Stopwatch();
        try (server) {
            server.start();
            Patience.until(
                    "the server has started",
                    50,
                    () -> Files.exists(server.log())
                            && Files.readString(server.log()).contains(STARTED));
            return watch.seconds();
        }
    }
}
