/**
 * Takes submissions that others made for KCIDB, of any version that is found in the wild, into the report. What comes in is
 * not reported again.
 */
package org.kcibridge.ingest;
