/** What operators read in the log: one catalogue of numbered messages. */
package org.kcibridge.log;
