/** Fetching files from addresses that somebody else chose, without being led astray by them. */
package org.kcibridge.download;
