/**
 * What is worked out of the report: how a checkout went, the newest checkout of a tree, what ran on a platform, where an issue
 * was seen. The database notes what has become stale, whoever changed the report; working it out again is done here.
 */
package org.kcibridge.aggregate;
