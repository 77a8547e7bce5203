/** The job import-kcidb: submissions that others made for KCIDB. */
package org.kcibridge.batch.ingest;
