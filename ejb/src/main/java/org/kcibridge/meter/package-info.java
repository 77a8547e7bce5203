/** What this node counts of itself. */
package org.kcibridge.meter;
