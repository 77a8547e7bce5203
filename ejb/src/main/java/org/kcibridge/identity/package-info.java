/** What things are told apart by: ids we give, and fingerprints of what they hold. */
package org.kcibridge.identity;
