package org.kcibridge.listing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a row stands in a list, whatever comes and goes around it: a page that begins behind it is found at once, however deep
 * in the list that is.
 *
 * @param order in which order
 * @param value what it is sorted by, as PostgreSQL writes it
 * @param key of the row
 */
public record Place(Order order, String value, String key) {

    private static final String BETWEEN = "\0";

    /** Reads what {@link #text} has written. */
    public static Place of(Listing listing, String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (parts.length == 3 && listing.canBeKey(parts[2])) {
                Order order = Order.of(listing, parts[0]);
                if (order.sort().type().canBe(parts[1])) {
                    return new Place(order, parts[1], parts[2]);
                }
            }
        } catch (IllegalArgumentException | BadFilter notOurs) {
            // Said below, for all.
        }
        throw new BadFilter("after", "must be what a page of this list had as its pagination.next");
    }

    /** For clients, who need not understand it. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, order.text(), value, key).getBytes(StandardCharsets.UTF_8));
    }
}
