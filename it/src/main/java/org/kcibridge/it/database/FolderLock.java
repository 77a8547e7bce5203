package org.kcibridge.it.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that a folder is in use, by one process alone or by some that share it. The kernel drops the lock with the process,
 * however that ends, so that a {@code kill -9} leaves nothing to clean up.
 */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates the folder where it is missing, and takes it for this process alone.
     *
     * @return empty where another process, or another user of this one, holds the folder
     * @throws IOException where the folder cannot be created or written to
     */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        return take(folder, false);
    }

    /** As {@link #take(Path)}, beside others that share it. */
    static Optional<FolderLock> share(Path folder) throws IOException {
        return take(folder, true);
    }

    /** As {@link #take(Path)}, but waits for its turn. */
    static FolderLock await(Path folder) throws IOException {
        FileChannel channel = open(folder);
        channel.lock();
        return new FolderLock(channel);
    }

    private static Optional<FolderLock> take(Path folder, boolean shared) throws IOException {
        FileChannel channel = open(folder);
        if (lock(channel, shared) == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new FolderLock(channel));
    }

    private static FileChannel open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static FileLock lock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
