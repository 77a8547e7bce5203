/** What code allocates, for tests that guard against costs that creep in; a number of bytes, and never a time. */
package org.kcibridge.allocation;
