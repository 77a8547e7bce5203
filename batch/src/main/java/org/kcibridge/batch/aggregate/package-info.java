/** The job rebuild-aggregates, and the step in which others wait until theirs are in step with the report. */
package org.kcibridge.batch.aggregate;
