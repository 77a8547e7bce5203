/** The job seed-test-data: a made-up report for a test database. */
package org.kcibridge.batch.seed;
