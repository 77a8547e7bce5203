/** Batch jobs as the other parts see them: which there are, starting them, and what they have done. */
package org.kcibridge.batch;
