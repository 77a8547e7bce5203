/**
 * Whatever comes in whatever order and how often soever, a job comes to one end: made-up stories are played on the deployed
 * bridge, which does only what a story says, and end as the shortest one does.
 */
package org.kcibridge.it.anyorder;
