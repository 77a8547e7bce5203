/** The console: what its pages show. They only look; whatever people do there goes through the REST API, as for machines. */
package org.kcibridge.console;
