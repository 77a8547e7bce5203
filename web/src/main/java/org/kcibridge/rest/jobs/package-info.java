/** Work at runners: looking at it, and the answer to whoever asked for it. */
package org.kcibridge.rest.jobs;
