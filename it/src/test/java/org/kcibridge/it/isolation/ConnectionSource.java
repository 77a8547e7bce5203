package org.kcibridge.it.isolation;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database that is isolated, as a user who may set session_replication_role. */
@FunctionalInterface
public interface ConnectionSource {

    Connection open() throws SQLException;
}
