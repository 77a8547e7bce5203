package org.kcibridge.listing;

/** A filter, an order or a place in a list that cannot be. */
public final class BadFilter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    BadFilter(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter that is wrong. */
    public String parameter() {
        return parameter;
    }
}
