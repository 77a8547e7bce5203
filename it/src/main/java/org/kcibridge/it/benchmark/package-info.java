/**
 * Measures how fast the bridge is, against what its database or its counterpart allows: PostgreSQL is durable, the server
 * the assembled one, and only TuxSuite and KCIDB are played. docs/benchmark.md tells what is measured and what came of it.
 *
 * <p>Each {@link org.kcibridge.it.benchmark.Case} runs on databases of its own, and runs what it measures and its bound in
 * turn, round by round, so that whatever else the machine does meanwhile disturbs both.
 */
package org.kcibridge.it.benchmark;
