/**
 * From a client's wish to work at a runner: claim it, remember it, hand it over, ask about it. The runner is always called
 * outside a transaction, after the job is safe.
 */
package org.kcibridge.scheduling;
