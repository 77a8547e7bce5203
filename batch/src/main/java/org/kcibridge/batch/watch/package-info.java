/** What all jobs have in common: parameters are looked at, what was done is said, and who died is noticed. */
package org.kcibridge.batch.watch;
