/**
 * The way to KCIDB: reports wait in the outbox, are sent in batches, and are followed until KCIDB has processed them.
 * Nothing is given up silently.
 */
package org.kcibridge.submission;
