package org.kcibridge.it.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.kcibridge.identity.Sha256;

/** The least that keeping a callback takes: the statement of {@code CallbackInbox}, prepared, committed by itself. */
final class InboxInsert implements Load.Client {

    private final Connection connection;
    private final PreparedStatement insert;
    private final List<CallbackPosts.Post> posts;

    InboxInsert(Database database, List<CallbackPosts.Post> posts) throws SQLException {
        this.posts = posts;
        connection = database.connect();
        insert = connection.prepareStatement(
                """
                insert into callback (runner, door, job_id, proof, body, body_sha256, state)
                values (?, ?, ?, 'SIGNATURE', ?, ?, 'RECEIVED')
                on conflict (body_sha256) do update
                set state = 'RECEIVED', due_at = now(), closed_at = null, job_id = excluded.job_id, proof = excluded.proof
                where callback.state = 'QUARANTINED'""");
    }

    @Override
    public void ask(int number) throws SQLException {
        CallbackPosts.Post post = posts.get(number);
        insert.setString(1, "tuxsuite");
        insert.setString(2, post.door());
        insert.setObject(3, JobCopies.id(post.job()));
        insert.setBytes(4, post.body());
        insert.setString(5, Sha256.hex(post.body()));
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
