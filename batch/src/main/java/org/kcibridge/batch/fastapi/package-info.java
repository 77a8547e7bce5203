/** The job migrate-fastapi: what the service before this bridge knows is taken over. */
package org.kcibridge.batch.fastapi;
