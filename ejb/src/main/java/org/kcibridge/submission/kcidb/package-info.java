/** KCIDB's endpoint and schema as they really behave. */
package org.kcibridge.submission.kcidb;
