/** Switching the mode, and holding requests back that do not go with it. */
package org.kcibridge.rest.mode;
