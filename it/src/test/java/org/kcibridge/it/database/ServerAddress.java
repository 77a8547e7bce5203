package org.kcibridge.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/**
 * Where a PostgreSQL is and who we are to it; the database's name is left open.
 *
 * @param prefix of the JDBC URL, up to the database
 * @param first a database that exists, from which others are created
 * @param parameters of the JDBC URL with their question mark, without login
 */
record ServerAddress(String prefix, String first, String parameters, String user, String password) {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/?]+/)?)([^/?]+)(?:\\?(.*))?");

    /** Empty where the URL is none, or names no database. A login of its own takes the place of one in the URL. */
    static Optional<ServerAddress> parse(String url, Optional<String> user, Optional<String> password) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Properties known = Driver.parseURL(url, new Properties());
        if (known == null) {
            return Optional.empty();
        }
        String parameters = Arrays.stream(
                        Optional.ofNullable(parts.group(3)).orElse("").split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.matches("(user|password)=.*"))
                .collect(Collectors.joining("&"));
        return Optional.of(new ServerAddress(
                parts.group(1),
                parts.group(2),
                parameters.isEmpty() ? "" : "?" + parameters,
                user.orElseGet(() -> known.getProperty("user", System.getProperty("user.name"))),
                password.orElseGet(() -> known.getProperty("password", ""))));
    }

    String jdbcUrl(String database) {
        return prefix + database + parameters;
    }

    /** @param patience for the whole login; without it a port that accepts and stays silent would hold us for ever */
    Connection connect(String database, Duration patience) throws SQLException {
        var login = new Properties();
        login.setProperty("user", user);
        if (!password.isEmpty()) {
            login.setProperty("password", password);
        }
        login.setProperty("loginTimeout", Long.toString(patience.toSeconds()));
        login.setProperty("ApplicationName", "kci-bridge-test");
        // Not through DriverManager, which sees only drivers of the class loader it was first used from.
        return new Driver().connect(jdbcUrl(database), login);
    }

    /** Parameters may hold secrets, and so does the login. */
    @Override
    public String toString() {
        return prefix + first;
    }
}
