package org.kcibridge.it.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Runs again what was logged, over one connection, prepared, in the same transactions. */
final class Replay implements Load.Client {

    private final Connection connection;
    private final List<Step> steps = new ArrayList<>();
    private final Values values;

    /** What a value that was logged is for the request of this number. */
    @FunctionalInterface
    interface Values {
        String of(String logged, int number);
    }

    private record Step(LoggedTransaction transaction, List<PreparedStatement> prepared) {}

    Replay(Database database, List<LoggedTransaction> transactions, Values values) throws SQLException {
        this.values = values;
        connection = database.connectUntyped();
        for (LoggedTransaction transaction : transactions) {
            List<PreparedStatement> prepared = new ArrayList<>();
            for (LoggedStatement statement : transaction.statements()) {
                prepared.add(connection.prepareStatement(statement.sql()));
            }
            steps.add(new Step(transaction, prepared));
        }
    }

    @Override
    public void ask(int number) throws SQLException {
        for (Step step : steps) {
            connection.setAutoCommit(!step.transaction().explicit());
            for (int i = 0; i < step.prepared().size(); i++) {
                run(step.prepared().get(i), step.transaction().statements().get(i), number);
            }
            if (step.transaction().explicit()) {
                connection.commit();
            }
        }
    }

    private void run(PreparedStatement prepared, LoggedStatement logged, int number) throws SQLException {
        for (int i = 0; i < logged.values().size(); i++) {
            String value = logged.values().get(i);
            if (value == null) {
                prepared.setNull(i + 1, Types.OTHER);
            } else {
                prepared.setString(i + 1, values.of(value, number));
            }
        }
        if (prepared.execute()) {
            try (var rows = prepared.getResultSet()) {
                while (rows.next()) {
                    // As a client has to, for PostgreSQL sends them all the same.
                    rows.getString(1);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
