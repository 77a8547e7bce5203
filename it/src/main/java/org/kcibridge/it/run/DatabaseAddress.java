package org.kcibridge.it.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.kcibridge.settings.BadSetting;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;
import org.postgresql.Driver;

/**
 * A PostgreSQL database and the login for it.
 *
 * @param url a JDBC URL
 * @param user may be empty where the URL says it
 * @param password may be empty where none is needed
 */
@Declares(
        about = "Database",
        value = {
            @Setting(
                    name = "DB_URL",
                    meaning = "PostgreSQL 15 or newer, as a JDBC URL",
                    otherwise = "an embedded one in `BRIDGE_DATA`"),
            @Setting(name = "DB_USER", meaning = "who logs in there", otherwise = "the user that runs the bridge"),
            @Setting(name = "DB_PASSWORD", meaning = "with this password")
        })
public record DatabaseAddress(String url, String user, String password) {

    private static final String PREFIX = "jdbc:postgresql:";

    /** Without the password. */
    @Override
    public String toString() {
        return withoutParameters();
    }

    /** The address that the environment names, empty where it names none. */
    static Optional<DatabaseAddress> from(Environment environment) {
        Optional<String> url = environment.text("DB_URL");
        if (url.isEmpty()) {
            for (String login : new String[] {"DB_USER", "DB_PASSWORD"}) {
                if (environment.has(login)) {
                    throw new BadSetting(login + " is set but DB_URL is not");
                }
            }
        } else if (!url.get().startsWith(PREFIX)) {
            throw new BadSetting("DB_URL must be a JDBC URL such as jdbc:postgresql://localhost:5432/kcibridge");
        }
        return url.map(found -> new DatabaseAddress(
                found,
                environment.text("DB_USER").orElse(""),
                environment.text("DB_PASSWORD").orElse("")));
    }

    /**
     * Connects once, since the server would take a minute to say less clearly that it cannot.
     *
     * @throws BadSetting where nobody answers or the login is refused
     */
    void check() {
        var login = new Properties();
        login.setProperty("connectTimeout", "10");
        login.setProperty("ApplicationName", "kci-bridge-run");
        if (!user.isEmpty()) {
            login.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            login.setProperty("password", password);
        }
        try (Connection connection = new Driver().connect(url, login)) {
            if (connection == null) {
                throw new BadSetting("DB_URL is no URL that PostgreSQL's driver understands");
            }
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw new BadSetting("the database of DB_URL (" + withoutParameters() + ") cannot be used: " + reason);
        }
    }

    /** The settings by which the server finds the database; what is empty stays unset. */
    Map<String, String> environment() {
        var all = new HashMap<>(Map.of("DB_URL", url, "DB_USER", user, "DB_PASSWORD", password));
        all.values().removeIf(String::isEmpty);
        return Map.copyOf(all);
    }

    /** Parameters may hold a password. */
    private String withoutParameters() {
        return url.replaceFirst("\\?.*$", "");
    }
}
