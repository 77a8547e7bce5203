package org.kcibridge.it.benchmark;

import java.util.List;

/** Taking callbacks, by a bridge and by its database alone. Each time they are about other jobs. */
final class Taking {

    private final Bridge bridge;
    private final Database bare;
    private final CallbackPosts posts;
    private final Load load;
    private int next = 2;

    /** @param bare a database that no bridge works on */
    Taking(Bridge bridge, Database bare, CallbackPosts posts, Load load) {
        this.bridge = bridge;
        this.bare = bare;
        this.posts = posts;
        this.load = load;
    }

    /** Callbacks for one round, signed, and the jobs that they are about. */
    List<CallbackPosts.Post> prepare() throws Exception {
        return fresh(bridge.database());
    }

    Load.Outcome flatOut(List<CallbackPosts.Post> fresh) throws Exception {
        return load.flatOut(() -> client(fresh));
    }

    Load.Outcome steadily(double perSecond, List<CallbackPosts.Post> fresh) throws Exception {
        return load.steadily(perSecond, () -> client(fresh));
    }

    Load.Outcome bound() throws Exception {
        List<CallbackPosts.Post> fresh = fresh(bare);
        return load.flatOut(() -> new InboxInsert(bare, fresh));
    }

    /** What was taken and not yet applied must not keep the machine busy while something else is measured. */
    void putAside() throws Exception {
        bridge.database()
                .execute(
                        "update callback set state = 'IGNORED', due_at = null, closed_at = now() where due_at is not null");
    }

    private List<CallbackPosts.Post> fresh(Database database) throws Exception {
        int first = next;
        next += load.requests();
        posts.insertJobs(database, first, load.requests());
        return posts.posts(first, load.requests());
    }

    private Load.Client client(List<CallbackPosts.Post> fresh) {
        return number -> {
            CallbackPosts.Post post = fresh.get(number);
            bridge.stranger().post(post.path(), post.body(), post.headers()).require(204);
        };
    }
}
