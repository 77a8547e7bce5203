/** How the other parts start batch jobs, which live in an EAR module that nobody sees. */
package org.kcibridge.batch;
