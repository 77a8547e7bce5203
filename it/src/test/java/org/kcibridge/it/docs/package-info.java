/** Checks that the documents tell the truth, as far as a machine can see it: what they point to, name and let people type exists. */
package org.kcibridge.it.docs;
