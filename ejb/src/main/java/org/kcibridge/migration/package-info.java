/** The database schema and how it moves forward. Migrations are SQL resources of this package. */
package org.kcibridge.migration;
