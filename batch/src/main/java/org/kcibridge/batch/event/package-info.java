/** What is told of batch jobs. */
package org.kcibridge.batch.event;
