package org.kcibridge.runner;

import jakarta.ejb.ApplicationException;
import java.util.Collection;
import java.util.Locale;

/** A client or a door named a runner that is not in the catalog, or that does not do what it is named for. */
@ApplicationException
public class UnknownRunner extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnknownRunner(String message) {
        super(message);
    }

    static UnknownRunner called(String code, Collection<String> known) {
        return new UnknownRunner("unknown runner '%s', known are: %s".formatted(code, String.join(", ", known)));
    }

    static UnknownRunner without(News.Subject subject, String code, Collection<String> others) {
        return new UnknownRunner("runner '%s' takes no %ss, those that do are: %s"
                .formatted(code, subject.name().toLowerCase(Locale.ROOT), String.join(", ", others)));
    }
}
