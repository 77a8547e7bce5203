/** The port to whatever builds and tests for us, and the catalog of those. Nothing here knows a particular runner. */
package org.kcibridge.runner;
