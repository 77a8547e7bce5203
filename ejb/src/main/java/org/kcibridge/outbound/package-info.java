/** What all calls to the outside have in common. */
package org.kcibridge.outbound;
