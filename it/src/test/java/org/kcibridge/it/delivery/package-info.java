/** What becomes of reports on their way to KCIDB. */
package org.kcibridge.it.delivery;
