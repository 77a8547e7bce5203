package org.kcibridge.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where fetched files lie while somebody reads them. All of them together never take more than so much of the disk: room is
 * set aside before a byte has come.
 */
final class DownloadFolder {

    private final Path folder;
    private final AtomicLong room;

    /** Takes the folder for itself, and removes what an earlier process has left there. */
    DownloadFolder(Path folder, long room) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.room = new AtomicLong(room);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Sets room aside for a file of at most so many bytes; empty while others have it. */
    Optional<Place> reserve(long bytes) throws IOException {
        if (room.getAndUpdate(left -> left < bytes ? left : left - bytes) < bytes) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Place(Files.createTempFile(folder, "download", null), bytes));
        } catch (IOException full) {
            room.addAndGet(bytes);
            throw full;
        }
    }

    /** Room for one file. */
    final class Place implements AutoCloseable {

        private final Path path;
        private final long reserved;
        private boolean kept;

        private Place(Path path, long reserved) {
            this.path = path;
            this.reserved = reserved;
        }

        /** Stores the file, whose size is bounded by now, and hands it over to whoever closes it. */
        DownloadedFile store(InputStream content) throws IOException {
            long size = Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            DownloadedFile file = new DownloadedFile(path, () -> room.addAndGet(size));
            room.addAndGet(reserved - size);
            kept = true;
            return file;
        }

        @Override
        public void close() throws IOException {
            if (!kept) {
                room.addAndGet(reserved);
                Files.deleteIfExists(path);
            }
        }
    }
}
