/** What monitoring sees of this node: gauges, and what health is measured by. Counters stand where things happen. */
package org.kcibridge.monitoring;
