/** JSON schemas, and how we read them. */
package org.kcibridge.schema;
