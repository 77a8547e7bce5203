package org.kcibridge.it.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Source;

/** Settings by name, read with complaints that name them; one that is blank counts as not set. */
record Environment(Map<String, String> variables) {

    private static final int MAX_PORT = 65535;

    Environment {
        variables = Map.copyOf(variables);
    }

    Optional<String> text(String name) {
        return asTheBridgeReadsThem().text(name);
    }

    boolean has(String name) {
        return text(name).isPresent();
    }

    int port(String name, int otherwise) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().matches("[0-9]{1,5}")) {
            throw new BadSetting(name + " must be a port between 1 and 65535, but is " + value.get());
        }
        int port = Integer.parseInt(value.get());
        if (port < 1 || port > MAX_PORT) {
            throw new BadSetting(name + " must be a port between 1 and 65535, but is " + port);
        }
        return port;
    }

    boolean flag(String name) {
        return asTheBridgeReadsThem().flag(name);
    }

    /** What the server will make of them; two opinions on a setting would be one too many. */
    private Source asTheBridgeReadsThem() {
        return new Source(name -> Optional.ofNullable(variables.get(name)));
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return "Environment" + new TreeSet<>(variables.keySet());
    }

    /** An absolute http or https URL; its value is not repeated in complaints, since URLs may carry secrets. */
    Optional<URI> url(String name) {
        Optional<URI> url = text(name).map(value -> parse(name, value));
        if (url.isPresent() && (url.get().getHost() == null || !isHttp(url.get()))) {
            throw new BadSetting(name + " must be an http:// or https:// URL");
        }
        return url;
    }

    private static URI parse(String name, String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new BadSetting(name + " is no URL: " + e.getReason());
        }
    }

    private static boolean isHttp(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    }
}
