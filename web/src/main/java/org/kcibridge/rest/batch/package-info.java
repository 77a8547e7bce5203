/** Batch jobs over REST: what the admin console can do, and what they have done. */
package org.kcibridge.rest.batch;
