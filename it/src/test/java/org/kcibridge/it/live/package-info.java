/** The same tests on a server that runs somewhere, instead of one of their own. */
package org.kcibridge.it.live;
