package org.kcibridge.it.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Jobs that a runner has, as many as are needed: copies of one that was really asked for, each with ids of its own. They are
 * numbered, and the same in every database.
 *
 * @param row the original, as JSON
 */
record JobCopies(String row) {

    static JobCopies of(Database database, UUID original) throws SQLException {
        return new JobCopies(database.text("select to_jsonb(j) from job j where id = '%s'".formatted(original)));
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    /** The runner's id. */
    static String uid(int number) {
        return "3bench%021d".formatted(number);
    }

    /** Makes copies. @param step from one number to the next */
    void insert(Database database, int first, int count, int step) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        """
                        insert into job select (jsonb_populate_record(cast(null as job), cast(? as jsonb) || jsonb_build_object(
                            'id', cast(lpad(to_hex(number), 32, '0') as uuid),
                            'runner_uid', '3bench' || lpad(cast(number as text), 21, '0')))).*
                        from generate_series(?, ?, ?) number""")) {
            insert.setString(1, row);
            insert.setInt(2, first);
            insert.setInt(3, first + (count - 1) * step);
            insert.setInt(4, step);
            insert.executeUpdate();
        }
    }
}
