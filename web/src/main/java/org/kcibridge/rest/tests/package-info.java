/** Asking for boots and tests. */
package org.kcibridge.rest.tests;
