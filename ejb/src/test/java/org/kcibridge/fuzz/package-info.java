/** Damages samples at random, for readers of what comes from outside. */
package org.kcibridge.fuzz;
