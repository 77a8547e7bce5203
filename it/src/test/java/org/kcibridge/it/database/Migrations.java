package org.kcibridge.it.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * Migrations that make an empty database into the application's.
 *
 * @param location for Flyway
 * @param checksum of all that goes into a template, so that a change to any of it is noticed
 */
record Migrations(String location, String checksum) {

    private static final String APPLICATION = "org/kcibridge/migration";
    private static final int DIGITS = 16;

    /** Those the application itself runs at its start. */
    static Migrations ofApplication() {
        URL folder = Migrations.class.getClassLoader().getResource(APPLICATION);
        if (folder == null) {
            throw new IllegalStateException("the migrations are not on the class path: " + APPLICATION);
        }
        return new Migrations("classpath:" + APPLICATION, checksum(folder));
    }

    static Migrations in(Path folder) {
        return new Migrations("filesystem:" + folder, checksum(folder));
    }

    void apply(DatabaseServer server, DatabaseName database) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(server.jdbcUrl(database.text()), server.user(), server.password())
                .locations(location)
                .load()
                .migrate();
    }

    private static String checksum(URL folder) {
        try {
            URI uri = folder.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return checksum(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return checksum(jar.getPath(APPLICATION));
            }
        } catch (URISyntaxException | IOException unreadable) {
            throw new IllegalStateException("the migrations in " + folder + " cannot be read", unreadable);
        }
    }

    private static String checksum(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(TestClock.SCHEMA.getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
