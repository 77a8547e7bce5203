package org.kcibridge.runner.tuxsuite;

import java.io.IOException;
import java.io.InputStream;

/** A file that belongs to a finished test, from wherever it is kept by now. */
@FunctionalInterface
public interface JobFile {

    /**
     * Reads it from its beginning.
     *
     * @throws IOException when it cannot be had. The message says why, in a line that is fit for a public report
     */
    InputStream open() throws IOException;

    /** One that cannot be had, for this reason. */
    static JobFile unavailable(String reason) {
        return () -> {
            throw new IOException(reason);
        };
    }
}
