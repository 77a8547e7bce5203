/** What is worked out of the report equals what anybody would work out of it. */
package org.kcibridge.it.aggregates;
