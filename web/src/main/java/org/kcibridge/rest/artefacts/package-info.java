/** Files that belong to what was reported, as anybody can read them. */
package org.kcibridge.rest.artefacts;
