/** The tokens people and machines log in with, kept as hashes. */
package org.kcibridge.token;
