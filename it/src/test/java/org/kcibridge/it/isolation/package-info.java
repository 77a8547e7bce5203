/**
 * Tests on a real PostgreSQL that cannot disturb each other. This is the guide for those who write tests, and after it, for
 * those who prepare the database.
 *
 * <h2>Which annotation</h2>
 *
 * <table>
 * <caption>Kinds of isolation, best first</caption>
 * <tr><th>annotation</th><th>a test finds</th><th>after it</th></tr>
 * <tr><td>{@link org.kcibridge.it.isolation.RollbackTest}</td><td>the initial data</td>
 *     <td>what was committed meanwhile is undone, over whatever connection it came</td></tr>
 * <tr><td>{@link org.kcibridge.it.isolation.FlushWithInitialData}</td><td>the initial data, sequences included</td>
 *     <td>all tables are emptied</td></tr>
 * <tr><td>{@link org.kcibridge.it.isolation.FlushTest}</td><td>empty tables</td><td>all tables are emptied</td></tr>
 * <tr><td>{@code @ExtendWith(IsolationExtension.class)}</td><td>what there is</td><td>nothing is done</td></tr>
 * </table>
 *
 * <p>The annotations stand on the class and are inherited. A test's own {@code @BeforeEach} runs when the database is ready.
 * Rows belong into {@code @BeforeEach} or the test, not into {@code @BeforeAll}, which is outside of what is undone.
 *
 * <p>After each class every table is compared with the initial data. A class that leaves something fails with the table and
 * up to five of the rows, and is cleaned up after, so that no other class fails for it.
 *
 * <h2>In which order</h2>
 *
 * <p>{@link org.kcibridge.it.isolation.IsolationOrder} runs rollback classes first, then flushing and live ones, then the
 * rest. {@code -Dtest.order.seed=random} shuffles within these groups and prints the seed to give for the same order.
 *
 * <h2>When a test fails here</h2>
 *
 * <ul>
 * <li>"table … could not be cleaned": the process it names has an open transaction. Close connections in the test, and wait
 *     for background work before the test ends.
 * <li>"left traces in the database": something wrote after the last clean-up (wait for it), in {@code @BeforeAll}, or into a
 *     table that the test itself made (drop it).
 * <li>"refer to each other in a circle": make one of the foreign keys deferrable.
 * </ul>
 *
 * <h2>Preparing the database</h2>
 *
 * <pre>{@code
 * DatabaseServer server = DatabaseResolver.resolve(folder);           // named, local or embedded
 * WorkerDatabase worker = WorkerDatabase.open(server, 1);             // copied from the migrated template
 * IsolatedDatabase.register(IsolatedDatabase.of(worker::connect));    // initial data are what it holds now
 * }</pre>
 *
 * <p>What the application writes at its own start, such as a token, belongs to the initial data when
 * {@code IsolatedDatabase.of} comes after it. Closing goes the other way round; what a killed run leaves, the next one drops.
 *
 * <p>Tables, references and sequences of schema public are read from the catalog when they are needed: a migration needs no
 * change here. Flyway's history and other schemas are left alone.
 */
package org.kcibridge.it.isolation;
