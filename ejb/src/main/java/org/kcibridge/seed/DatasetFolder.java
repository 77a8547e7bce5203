package org.kcibridge.seed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a dataset are. */
interface DatasetFolder {

    /** A file of it; empty if it is not there. */
    Optional<InputStream> open(String file) throws IOException;

    /** The one of this name that is shipped with the bridge. */
    static DatasetFolder shipped(String name) {
        return file -> Optional.ofNullable(DatasetFolder.class.getResourceAsStream(name + "/" + file));
    }

    /** A folder on this machine. */
    static DatasetFolder at(Path folder) {
        return file -> Files.isRegularFile(folder.resolve(file))
                ? Optional.of(Files.newInputStream(folder.resolve(file)))
                : Optional.empty();
    }
}
