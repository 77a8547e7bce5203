/**
 * Runs of a kernel on a device at TuxSuite, made up but consistent. {@link org.kcibridge.it.standin.tuxrun.TuxRun} says how
 * one goes; from that the log of LAVA follows line by line, and from the log, by the rules of tuxrun, results.json. So
 * whatever a test reads of a run belongs together, however large it is.
 */
package org.kcibridge.it.standin.tuxrun;
