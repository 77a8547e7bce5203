/** The doors runners come in by. */
package org.kcibridge.rest.callbacks;
