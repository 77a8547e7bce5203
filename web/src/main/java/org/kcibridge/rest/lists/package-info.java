/** What all lists have in common: filters, order, pages, counts, files. */
package org.kcibridge.rest.lists;
