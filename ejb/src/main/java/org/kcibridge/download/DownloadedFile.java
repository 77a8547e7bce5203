package org.kcibridge.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was fetched. It lies on disk, as it may be larger than memory is worth, and is gone once it is closed. */
public final class DownloadedFile implements Download {

    private final Path path;
    private final long size;
    private final Runnable afterwards;
    private boolean closed;

    /**
     * @param path a file that nobody else uses
     * @param afterwards is run when the file has been deleted
     */
    public DownloadedFile(Path path, Runnable afterwards) throws IOException {
        this.path = path;
        this.size = Files.size(path);
        this.afterwards = afterwards;
    }

    /** Reads it from its beginning, as often as one likes. */
    public InputStream open() {
        try {
            return Files.newInputStream(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Its size in bytes. */
    public long size() {
        return size;
    }

    @Override
    public String reason() {
        return "";
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Files.deleteIfExists(path);
        } catch (IOException stubborn) {
            // It is gone with the folder, which is emptied at the next start.
        } finally {
            afterwards.run();
        }
    }
}
