/**
 * What any harness reports, case by case, and how it becomes KCIDB tests. Nothing here knows who ran the tests, or for
 * which job.
 */
package org.kcibridge.results;
