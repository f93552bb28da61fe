package org.tsunagu.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Puts a backup that was checked into an empty installation (復元). The rows come in one transaction, the files into
/// folders
/// beside their places: until the end there is nothing that could be taken for a whole installation.
public final class Restoring {

    private static final Pattern ORIGINAL = Pattern.compile("originals/(\\d+)/([0-9a-f]{2})([0-9a-f]{62})");

    private final Connection connection;
    private final Path data;
    private final Manifest manifest;
    private final ObjLongConsumer<String> said;
    private final Map<String, Manifest.TableRows> tables;
    private long originals;

    /// A restoration to be.
    ///
    /// @param connection of the owner of the tables, or of a superuser; it is left to the caller to close
    public Restoring(Connection connection, Path data, Manifest manifest, ObjLongConsumer<String> said) {
        this.connection = connection;
        this.data = data;
        this.manifest = manifest;
        this.said = said;
        this.tables =
                manifest.tables().stream().collect(Collectors.toMap(Manifest.TableRows::part, Function.identity()));
    }

    /// Whether a database or a folder holds anything of anybody.
    ///
    /// @throws BackupRefused if so
    public static void requireEmpty(Connection connection, Path data) throws IOException, SQLException {
        for (var table : Tables.inOrder(connection)) {
            var isOfPeople =
                    table.name().startsWith("access.") || table.columns().contains("insurer_id");
            if (isOfPeople && hasRows(connection, table)) {
                throw new BackupRefused("not_empty", table.name());
            }
        }
        try (var files =
                Files.exists(originals(data)) ? Files.walk(originals(data)) : java.util.stream.Stream.<Path>of()) {
            if (files.anyMatch(Files::isRegularFile)) {
                throw new BackupRefused("not_empty", originals(data).toString());
            }
        }
    }

    private static boolean hasRows(Connection connection, Tables.Table table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select 1 from " + table.name() + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static Path originals(Path data) {
        return data.resolve("originals");
    }

    /// Restores; the tables must be there as the backup's migrations make them.
    ///
    /// @throws BackupRefused if the tables are others; then nothing is written
    public void from(BackupFile file) throws IOException, SQLException {
        if (!new HashSet<>(Tables.migrations(connection)).containsAll(manifest.migrations())) {
            throw new BackupRefused("migrations", "");
        }
        connection.setAutoCommit(false);
        try {
            var known = Tables.inOrder(connection);
            for (var table : known.reversed()) {
                free(table, true);
                // What the migrations themselves have put in stands in the backup as well.
                if (hasRows(connection, table)) {
                    execute("delete from " + table.name());
                }
            }
            file.each(this::take);
            for (var table : known) {
                free(table, false);
            }
            for (var sequence : manifest.sequences().entrySet()) {
                execute("select setval('%s', %d)".formatted(sequence.getKey(), sequence.getValue()));
            }
            finishFiles();
            connection.commit();
        } catch (IOException | SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /// The owner is bound by row-level security, under which nothing can be copied in; it is lifted within the
    /// transaction.
    private void free(Tables.Table table, boolean isFree) throws SQLException {
        if (table.isPerInsurer()) {
            execute("alter table %s %s force row level security".formatted(table.name(), isFree ? "no" : ""));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void take(String name, InputStream in) throws IOException {
        var table = tables.get(name);
        if (table != null) {
            rows(table, in);
        } else if (name.startsWith(Secret.FOLDER)) {
            secret(name.substring(Secret.FOLDER.length()), in);
        } else if (!name.equals(Manifest.NAME)) {
            original(name, in);
        }
    }

    private void rows(Manifest.TableRows table, InputStream in) throws IOException {
        try {
            var count = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.table(), String.join(", ", table.columns())), in);
            if (count != table.rows()) {
                throw new BackupRefused("damaged", table.table());
            }
            said.accept(table.table(), count);
        } catch (SQLException e) {
            throw new IOException("cannot restore " + table.table() + " (" + e.getSQLState() + ")", e);
        }
    }

    private void original(String name, InputStream in) throws IOException {
        var parts = ORIGINAL.matcher(name);
        if (!parts.matches()) {
            throw new BackupRefused("damaged", "a part of an unknown kind");
        }
        var file = data.resolve("originals.restoring")
                .resolve(parts.group(1))
                .resolve(parts.group(2))
                .resolve(parts.group(2) + parts.group(3));
        Files.createDirectories(file.resolveSibling("."));
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        originals++;
        if (originals % 1000 == 0) {
            said.accept("originals", originals);
        }
    }

    private void secret(String name, InputStream in) throws IOException {
        if (!Secret.isKept(name)) {
            throw new BackupRefused("damaged", "a part of an unknown kind");
        }
        var folder = data.resolve("secrets");
        var fresh = Files.createTempFile(
                folder,
                name,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void finishFiles() throws IOException {
        var fresh = data.resolve("originals.restoring");
        if (Files.exists(fresh)) {
            var place = originals(data);
            try (var left = Files.exists(place) ? Files.walk(place) : java.util.stream.Stream.<Path>of()) {
                for (var folder :
                        left.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(folder);
                }
            } catch (UncheckedIOException e) {
                throw new IOException(e);
            }
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        }
        said.accept("originals", originals);
    }
}
