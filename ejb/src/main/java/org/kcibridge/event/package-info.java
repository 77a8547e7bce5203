/**
 * What is told to those who watch. The database itself notes what changes, in the transaction that changes it; here the notes
 * are numbered, read by every node, and kept for those who come back.
 */
package org.kcibridge.event;
