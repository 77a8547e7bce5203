package org.kcibridge.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads settings by name and says in one line what is wrong with them.
 *
 * @param values where settings come from; an empty value counts as missing
 */
public record Source(Function<String, Optional<String>> values) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    public Optional<String> text(String name) {
        return values.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new BadSetting(name, "is missing"));
    }

    /** {@code true} or {@code false}; {@code false} when missing. */
    public boolean flag(String name) {
        return switch (text(name, "false").toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new BadSetting(name, "must be true or false");
        };
    }

    /** A whole number between two others. */
    public int number(String name, int otherwise, int least, int most) {
        String hint = "must be a whole number from %d to %d".formatted(least, most);
        try {
            int value = text(name).map(Integer::parseInt).orElse(otherwise);
            if (value < least || value > most) {
                throw new BadSetting(name, hint);
            }
            return value;
        } catch (NumberFormatException malformed) {
            throw new BadSetting(name, hint);
        }
    }

    /** A positive ISO-8601 duration, {@code PT2H} for example. */
    public Duration duration(String name, Duration otherwise) {
        try {
            Duration value = text(name).map(Duration::parse).orElse(otherwise);
            if (value.isNegative() || value.isZero()) {
                throw new BadSetting(name, "must be longer than nothing");
            }
            return value;
        } catch (DateTimeParseException malformed) {
            throw new BadSetting(name, "must be an ISO-8601 duration such as PT2H");
        }
    }

    /**
     * An absolute web address without a trailing slash. Secrets travel to it, so it has to be https unless it is on
     * this machine.
     */
    public URI guardedAddress(String name, Optional<String> value) {
        URI address = address(name, value);
        if (!"https".equals(address.getScheme()) && !LOOPBACK.contains(address.getHost())) {
            throw new BadSetting(name, "must begin with https:// (http:// is for this machine only)");
        }
        return address;
    }

    /** An absolute http or https address without query, fragment, credentials or trailing slash. */
    static URI address(String name, Optional<String> value) {
        String text = value.orElseThrow(() -> new BadSetting(name, "is missing"));
        try {
            URI address = new URI(text.replaceAll("/+$", ""));
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!web || address.getHost() == null) {
                throw new BadSetting(name, "must be an http:// or https:// address");
            }
            if (address.getRawUserInfo() != null || address.getQuery() != null || address.getFragment() != null) {
                throw new BadSetting(name, "must be an address without credentials, query and fragment");
            }
            return address;
        } catch (URISyntaxException malformed) {
            throw new BadSetting(name, "is not an address");
        }
    }
}
