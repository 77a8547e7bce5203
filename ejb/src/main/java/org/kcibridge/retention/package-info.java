/** What is forgotten after a while, and what is never forgotten. */
package org.kcibridge.retention;
