/** Asking for builds. */
package org.kcibridge.rest.builds;
