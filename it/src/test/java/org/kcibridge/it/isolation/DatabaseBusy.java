package org.kcibridge.it.isolation;

import java.util.List;

/** Somebody holds locks on what has to be cleaned, and keeps them. The message names the table and who it is. */
public final class DatabaseBusy extends RuntimeException {

    DatabaseBusy(String table, int attempts, List<String> holders, Throwable cause) {
        super(
                "table " + table + " could not be cleaned in " + attempts + " attempts, because it is locked by "
                        + (holders.isEmpty() ? "somebody who has just let go" : String.join("; ", holders)),
                cause);
    }
}
