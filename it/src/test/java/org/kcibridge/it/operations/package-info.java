/** Running the bridge: what operators switch, and what they see of it. */
package org.kcibridge.it.operations;
