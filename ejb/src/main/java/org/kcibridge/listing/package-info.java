/** Lists as people read them: what may be filtered and sorted, pages of them, counts, and the whole as a file. */
package org.kcibridge.listing;
