package org.kcibridge.listing;

import java.util.Locale;

/** How a list is written to a file. */
public enum ExportFormat {
    /** A line for each row, columns as in the list; what is an object or a list itself is JSON in its cell. */
    CSV("text/csv;charset=UTF-8", "csv"),
    /** A list of the objects that pages of the list have. */
    JSON("application/json", "json"),
    /** A KCIDB document that holds the rows; for lists of KCIDB's objects. */
    KCIDB("application/json", "json");

    private final String contentType;
    private final String ending;

    ExportFormat(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    /** @throws BadFilter when there is no such format, or none of it for this list */
    public static ExportFormat of(Listing listing, String text) {
        for (ExportFormat format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(text) && format.fits(listing)) {
                return format;
            }
        }
        throw new BadFilter("format", "must be csv, json" + (KCIDB.fits(listing) ? " or kcidb" : ""));
    }

    private boolean fits(Listing listing) {
        return this != KCIDB || listing.kind().isPresent();
    }

    public String contentType() {
        return contentType;
    }

    public String fileName(Listing listing) {
        return listing.path() + "." + ending;
    }
}
