/** Bringing KCIDB up to date by hand. */
package org.kcibridge.rest.sync;
