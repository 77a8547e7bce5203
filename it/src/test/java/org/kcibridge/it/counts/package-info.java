/** What things cost, in numbers that hold on any machine: a guard against costs that creep in. */
package org.kcibridge.it.counts;
