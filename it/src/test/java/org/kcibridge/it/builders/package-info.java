/**
 * Rows for tests. {@code new Given(database).build().create()} makes a valid build, and the checkout it needs;
 * {@code .with("status", "FAIL")} overrides any column, and a parent that is named is not made. Rows that would keep the
 * bridge busy (jobs, submissions, callbacks) are due in a year: a test that wants them looked at says so.
 */
package org.kcibridge.it.builders;
