/** What things cost, in numbers that are the same on any machine: a guard against costs that creep in. */
package org.kcibridge.it.counts;
