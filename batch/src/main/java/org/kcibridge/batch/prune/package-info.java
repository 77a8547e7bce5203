/** The job prune: what is old is forgotten. */
package org.kcibridge.batch.prune;
