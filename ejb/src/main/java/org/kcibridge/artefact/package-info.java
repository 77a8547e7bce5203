/** Files that belong to what is reported, and that anybody may read who knows where they are. */
package org.kcibridge.artefact;
