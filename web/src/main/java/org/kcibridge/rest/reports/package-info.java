/** What has been reported: KCIDB's objects, as KCIDB knows them. */
package org.kcibridge.rest.reports;
