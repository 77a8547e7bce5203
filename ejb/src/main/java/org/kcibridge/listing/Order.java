package org.kcibridge.listing;

import java.util.stream.Collectors;

/** In which order a list is read: by what, and which way. */
public record Order(Sort sort, boolean descending) {

    /** Before the name, when the greatest comes first. */
    private static final String DOWN = "-";

    /** Newest first. */
    public static Order usual(Listing listing) {
        return new Order(listing.sorts().get(0), true);
    }

    /**
     * Reads it as it is asked for.
     *
     * @param text the name of a sort, behind a minus when the greatest comes first
     * @throws BadFilter when the list cannot be sorted by that
     */
    public static Order of(Listing listing, String text) {
        boolean down = text.startsWith(DOWN);
        String name = down ? text.substring(1) : text;
        return listing.sorts().stream()
                .filter(sort -> sort.name().equals(name))
                .findFirst()
                .map(sort -> new Order(sort, down))
                .orElseThrow(() -> new BadFilter(
                        "sort",
                        "must be one of %s, with a minus in front for the greatest first"
                                .formatted(
                                        listing.sorts().stream().map(Sort::name).collect(Collectors.joining(", ")))));
    }

    /** As it is asked for. */
    public String text() {
        return (descending ? DOWN : "") + sort.name();
    }

    Order reversed() {
        return new Order(sort, !descending);
    }

    String by(String place, String key) {
        return descending ? "%s desc, %s desc".formatted(place, key) : "%s, %s".formatted(place, key);
    }

    String beyond() {
        return descending ? "<" : ">";
    }
}
