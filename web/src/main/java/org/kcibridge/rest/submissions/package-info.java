/** What is on its way to KCIDB. */
package org.kcibridge.rest.submissions;
