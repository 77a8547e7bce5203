/** Starting jobs on behalf of the other parts. */
package org.kcibridge.batch.launch;
