package org.tsunagu.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Takes a backup (バックアップの作成): the rows of one moment of the database, the originals that these rows name, and the
/// secrets without which they could not be read. The server may run on meanwhile.
public final class Taking {

    private static final String ORIGINALS = "files.original";

    private final Connection connection;
    private final Path data;
    private final ObjLongConsumer<String> said;
    private final List<Manifest.Part> parts = new ArrayList<>();
    private final List<Manifest.TableRows> rows = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();

    /// A backup to be.
    ///
    /// @param connection of somebody who may read every table; it is left to the caller to close
    /// @param data folder with originals and secrets
    /// @param said receives what is being done, with a number
    public Taking(Connection connection, Path data, ObjLongConsumer<String> said) {
        this.connection = connection;
        this.data = data;
        this.said = said;
    }

    /// Writes the backup; the file appears under its name only when it is whole.
    ///
    /// @param passphrase none for a file that is not encrypted
    /// @throws BackupRefused if there is such a file already
    public Manifest into(Path file, Optional<char[]> passphrase, String madeAt) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new BackupRefused("exists", file.toString());
        }
        var home = file.toAbsolutePath().resolveSibling(".");
        var fresh = Files.createTempFile(
                home,
                ".backup",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Manifest manifest;
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var out = new Unclosed(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16));
                manifest = write(out, passphrase, madeAt);
                out.flush();
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Manifest write(OutputStream out, Optional<char[]> passphrase, String madeAt)
            throws IOException, SQLException {
        var below = passphrase.isPresent() ? new SealedOutput(out, Sealing.fresh(passphrase.get())) : new EndSeal(out);
        try (var zip = new ZipOutputStream(below)) {
            zip.setComment(EndSeal.PLACE);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                var migrations = Tables.migrations(connection);
                tables(zip);
                originals(zip);
                secrets(zip);
                var manifest = new Manifest(
                        Manifest.FORMAT, madeAt, migrations, rows, Tables.sequences(connection), parts, damaged);
                zip.putNextEntry(new ZipEntry(Manifest.NAME));
                zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
                zip.closeEntry();
                return manifest;
            } finally {
                connection.rollback();
            }
        }
    }

    private void tables(ZipOutputStream zip) throws IOException, SQLException {
        var tenants = new Tenants(connection);
        zip.setLevel(Deflater.BEST_SPEED);
        for (var table : Tables.inOrder(connection)) {
            var out = begin(zip, "tables/" + table.name() + ".copy");
            var count = 0L;
            for (var tenant : tenants.of(table)) {
                tenants.work(tenant);
                count += connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select %s from %s) to stdout".formatted(table.columnList(), table.name()), out);
            }
            end(zip, "tables/" + table.name() + ".copy", out);
            rows.add(new Manifest.TableRows(table.name(), table.columns(), count));
            said.accept(table.name(), count);
        }
    }

    /// Originals are written before their rows and never changed: what the rows of this moment name is there.
    private void originals(ZipOutputStream zip) throws IOException, SQLException {
        zip.setLevel(Deflater.NO_COMPRESSION);
        var count = 0L;
        var tenants = new Tenants(connection);
        for (var table : Tables.inOrder(connection)) {
            if (table.name().equals(ORIGINALS)) {
                for (var tenant : tenants.of(table)) {
                    tenants.work(tenant);
                    count += originalsOf(zip, count);
                }
            }
        }
        said.accept("originals", count);
    }

    private long originalsOf(ZipOutputStream zip, long before) throws IOException, SQLException {
        var count = 0L;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (var found = statement.executeQuery("select insurer_id, hash from files.original order by 1, 2")) {
                while (found.next()) {
                    original(zip, found.getInt(1), found.getString(2));
                    count++;
                    if ((before + count) % 1000 == 0) {
                        said.accept("originals", before + count);
                    }
                }
            }
        }
        return count;
    }

    private void original(ZipOutputStream zip, int insurer, String hash) throws IOException {
        var name = "originals/%d/%s".formatted(insurer, hash);
        var file = data.resolve("originals")
                .resolve(Integer.toString(insurer))
                .resolve(hash.substring(0, 2))
                .resolve(hash);
        if (!Files.exists(file)) {
            damaged.add(name);
            return;
        }
        var part = copy(zip, name, file);
        if (!part.sha256().equals(hash)) {
            damaged.add(name);
        }
    }

    private void secrets(ZipOutputStream zip) throws IOException {
        var secrets = data.resolve("secrets");
        if (Files.isDirectory(secrets)) {
            try (var files = Files.newDirectoryStream(secrets)) {
                for (var file : files) {
                    if (Secret.isKept(String.valueOf(file.getFileName()))) {
                        copy(zip, Secret.FOLDER + file.getFileName(), file);
                    }
                }
            }
        }
    }

    private Manifest.Part copy(ZipOutputStream zip, String name, Path file) throws IOException {
        var out = begin(zip, name);
        Files.copy(file, out);
        return end(zip, name, out);
    }

    private static Digests begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new Digests(zip);
    }

    private Manifest.Part end(ZipOutputStream zip, String name, Digests out) throws IOException {
        zip.closeEntry();
        var part = new Manifest.Part(name, out.size(), out.hex());
        parts.add(part);
        return part;
    }

    /// The channel below is to be forced to the disk before it is closed.
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
