package org.kcibridge.rest.lists;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kcibridge.listing.BadFilter;
import org.kcibridge.listing.Listing;
import org.kcibridge.listing.Order;
import org.kcibridge.listing.Place;
import org.kcibridge.listing.Selection;
import org.kcibridge.rest.ProblemException;

/**
 * What a client wants of a list.
 *
 * @param after the place it begins behind, instead of at a page's number
 * @param counted whether the client wants to know how many rows there are
 */
public record ListQuery(Selection selection, Order order, Optional<Place> after, boolean counted) {

    /** Parameters that are read elsewhere. */
    private static final Set<String> OTHERS = Set.of("page", "pageSize", "format");

    private static final Set<String> OURS = Set.of("sort", "after", "total");

    /**
     * Reads the parameters of an address.
     *
     * @throws ProblemException 400 if one of them is malformed, or means nothing to this list
     */
    public static ListQuery of(Listing listing, MultivaluedMap<String, String> parameters) {
        try {
            // In one order, so that equal questions are equal statements: the server has theirs in none.
            Map<String, List<String>> filters = new TreeMap<>(parameters);
            filters.keySet().removeAll(OTHERS);
            filters.keySet().removeAll(OURS);
            Optional<Place> after = one(parameters, "after").map(text -> Place.of(listing, text));
            Order order = one(parameters, "sort")
                    .map(text -> Order.of(listing, text))
                    .or(() -> after.map(Place::order))
                    .orElseGet(() -> Order.usual(listing));
            if (after.isPresent() && !after.get().order().equals(order)) {
                throw ProblemException.badParameter("after", "must be of a page that is sorted in the same way");
            }
            return new ListQuery(Selection.of(listing, filters), order, after, isCounted(parameters));
        } catch (BadFilter bad) {
            throw ProblemException.badParameter(bad.parameter(), bad.getMessage());
        }
    }

    private static boolean isCounted(MultivaluedMap<String, String> parameters) {
        String total = one(parameters, "total").orElse("true");
        if (!total.equals("true") && !total.equals("false")) {
            throw ProblemException.badParameter("total", "must be true or false");
        }
        return total.equals("true");
    }

    private static Optional<String> one(MultivaluedMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).filter(text -> !text.isEmpty());
    }
}
