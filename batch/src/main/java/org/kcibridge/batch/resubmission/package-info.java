/** The job kcidb-resubmission: what KCIDB has not taken is sent again. */
package org.kcibridge.batch.resubmission;
