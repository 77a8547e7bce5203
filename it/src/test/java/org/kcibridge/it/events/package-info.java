/** The live events as those see them who watch, on a deployed bridge. */
package org.kcibridge.it.events;
