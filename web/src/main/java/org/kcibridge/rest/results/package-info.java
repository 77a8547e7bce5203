/** Handing in results that nobody had to ask for. */
package org.kcibridge.rest.results;
