/** The pulse of a node: what has to be done again and again, and the timers that do it. */
package org.kcibridge.heartbeat;
