/** Who may log in. */
package org.kcibridge.rest.tokens;
