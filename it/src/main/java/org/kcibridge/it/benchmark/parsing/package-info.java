/**
 * What JMH runs, in JVMs of its own. Its annotation processor makes classes of it when the benchmark is built, and only then.
 * Whoever adds a parser adds a constant to {@link org.kcibridge.it.benchmark.parsing.Parser}.
 */
package org.kcibridge.it.benchmark.parsing;
