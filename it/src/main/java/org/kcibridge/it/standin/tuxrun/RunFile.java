package org.kcibridge.it.standin.tuxrun;

import java.io.IOException;
import java.io.OutputStream;

/** A file that a run left, written whenever somebody wants it and held by nobody. */
@FunctionalInterface
public interface RunFile {

    void writeTo(OutputStream out) throws IOException;
}
