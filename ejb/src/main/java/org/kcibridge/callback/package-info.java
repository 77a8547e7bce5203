/**
 * What runners tell us. The inbox keeps it to the byte before anything else happens; then it is applied, once, however
 * often and in whatever order it comes.
 */
package org.kcibridge.callback;
