/** Submissions that are handed in to be imported. */
package org.kcibridge.rest.uploads;
