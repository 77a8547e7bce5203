package org.kcibridge.it.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one database: {@code data}, made by initdb, and beside it {@code password} and {@code postgres.log}.
 *
 * <p>initdb works on {@code data.new}, which is renamed when it is complete, so that an interrupted first start leaves
 * no half database behind.
 */
final class Cluster {

    static final String USER = "kcibridge";

    private final Path folder;
    private final Path data;
    private final Binaries binaries;
    private final Account account;

    Cluster(Path folder, Binaries binaries, Account account) {
        this.folder = folder;
        this.data = data(folder);
        this.binaries = binaries;
        this.account = account;
    }

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    static String password(Path folder) throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    Path data() {
        return data;
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Makes the files where there are none yet, and checks those that are there. */
    void prepare() throws IOException {
        if (!Files.exists(data)) {
            create();
        }
        account.own(data);
        String made = Files.exists(data.resolve("PG_VERSION"))
                ? Files.readString(data.resolve("PG_VERSION")).strip()
                : "none";
        if (!made.equals(majorVersion())) {
            throw new DatabaseUnusable(
                    "the data in " + data + " are of PostgreSQL " + made + ", but this is PostgreSQL " + majorVersion()
                            + ": move the folder away or set BRIDGE_DATA to another");
        }
        if (!Files.isReadable(folder.resolve("password"))) {
            throw new DatabaseUnusable("the database's password cannot be read from " + folder.resolve("password"));
        }
    }

    String password() throws IOException {
        return password(folder);
    }

    Command run(String program, String... arguments) {
        var command = new ArrayList<>(List.of(binaries.program(program)));
        command.addAll(List.of(arguments));
        return Command.run(folder, account.command(command));
    }

    /** What differs from PostgreSQL's defaults; the user's own {@code ALTER SYSTEM} still overrides it. */
    void configure(int port, boolean durable) throws IOException {
        String durability = durable ? "on" : "off";
        Path file = data.resolve("bridge.conf");
        Files.writeString(
                file,
                """
                # Written at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 100
                timezone = 'UTC'
                log_timezone = 'UTC'
                fsync = %s
                synchronous_commit = on
                full_page_writes = %s
                """
                        .formatted(port, durability, durability));
        account.own(file);
        freshLog();
    }

    private void freshLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(log(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        account.own(log());
    }

    private void create() throws IOException {
        Path unfinished = folder.resolve("data.new");
        Folders.delete(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        Path handover = folder.resolve("password.new");
        Password.write(handover, Password.random());
        account.own(handover);
        Command initdb = run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + handover,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (!initdb.succeeded()) {
            throw new DatabaseUnusable("no database can be made in " + folder + ": " + initdb.reason());
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "include = 'bridge.conf'\n", StandardOpenOption.APPEND);
        Password.write(folder.resolve("password"), Files.readString(handover));
        Files.delete(handover);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String majorVersion() {
        Command version = run("postgres", "--version");
        if (!version.succeeded()) {
            throw new DatabaseUnusable("PostgreSQL in " + binaries.home() + " does not run: " + version.reason());
        }
        return version.output().replaceAll("^\\D*(\\d+).*$", "$1");
    }
}
