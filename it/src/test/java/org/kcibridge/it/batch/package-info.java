/** The batch jobs, started as operators, clients and the admin console start them. */
package org.kcibridge.it.batch;
