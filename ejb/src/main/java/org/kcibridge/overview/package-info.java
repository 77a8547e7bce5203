/** How the bridge is doing as a whole: what needs somebody, and how much it gets done. */
package org.kcibridge.overview;
