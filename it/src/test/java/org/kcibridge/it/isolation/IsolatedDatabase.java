package org.kcibridge.it.isolation;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The database that tests share and that each of them finds as the first one did. What it held when this object was made is
 * its initial data.
 *
 * <p>Whoever prepares the database {@linkplain #register registers} it, and {@link IsolationExtension} works on what is
 * registered.
 */
public final class IsolatedDatabase implements AutoCloseable {

    private static final AtomicReference<IsolatedDatabase> CURRENT = new AtomicReference<>();

    private final Session session;
    private final Flush flush;
    private final Undo undo;
    private final InitialData initial;
    private final LeakDetector detector;
    private boolean empty;

    private IsolatedDatabase(Session session) {
        this.session = session;
        this.flush = new Flush(session);
        this.undo = new Undo(session);
        undo.install();
        this.initial = InitialData.take(session);
        this.detector = new LeakDetector(session, initial);
    }

    /** Takes the initial data, and makes the database keep a record of changes. */
    public static IsolatedDatabase of(ConnectionSource source) {
        return new IsolatedDatabase(new Session(source));
    }

    /** The one that is registered. */
    public static IsolatedDatabase current() {
        IsolatedDatabase current = CURRENT.get();
        if (current == null) {
            throw new IllegalStateException(
                    "there is no database to isolate tests on: whoever prepares it calls IsolatedDatabase.register");
        }
        return current;
    }

    /** @return what was registered before, {@code null} for nothing, to be registered again by whoever borrows the place */
    public static IsolatedDatabase register(IsolatedDatabase database) {
        return CURRENT.getAndSet(database);
    }

    /** Remembers this moment for {@link #rollBack()}. */
    public void begin() {
        refill();
        undo.begin();
    }

    /** Undoes all changes since {@link #begin()}, no matter who committed them. */
    public void rollBack() {
        undo.rollBack();
    }

    /** Leaves all tables empty. */
    public void flush() {
        flush.run();
        empty = true;
    }

    /** Leaves exactly the initial data. */
    public void restore() {
        flush();
        refill();
    }

    /** After a flush, puts the initial data back. Rows that came in between stay, for {@link #leaks()} to find. */
    public void refill() {
        if (empty) {
            initial.restore(session);
            empty = false;
        }
    }

    /** How the tables differ from the initial data; best empty. */
    public List<Leak> leaks() {
        return detector.leaks();
    }

    @Override
    public void close() {
        session.close();
    }
}
