package org.tsunagu.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;

/// Keeps every file as it was received, under the hash of its bytes, before anybody reads it (原本の保管). A file that is
/// there is never written again.
@Service
public class Originals {

    /// How the names of files begin that are being received.
    public static final String INCOMING = "incoming";

    private final Path folder;
    private final long most;
    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    Originals(
            @Value("${tsunagu.data}") Path data,
            @Value("${tsunagu.upload-bytes:8589934592}") long most,
            JdbcClient jdbc,
            TenantTransactions transactions,
            Clock clock) {
        this.folder = data.resolve("originals");
        this.most = most;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Keeps what comes in.
    ///
    /// @param name as the sender called it, without folders
    /// @throws TooLarge if there is more than may be taken in
    /// @throws IOException if it cannot be kept, for example when the disk is full; then nothing of it stays
    public Original keep(InsurerId insurer, InputStream in, String name, String channel, String by) throws IOException {
        var home = folder.resolve(Integer.toString(insurer.value()));
        Files.createDirectories(home);
        var fresh = Files.createTempFile(home, INCOMING, ".part");
        try {
            var hash = write(in, fresh);
            var size = Files.size(fresh);
            var kept = home.resolve(hash.substring(0, 2)).resolve(hash);
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.resolveSibling("."));
                Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
                force(kept.resolveSibling("."));
                force(home);
            }
            return new Original(hash, size, name, kept, register(insurer, hash, size, name, channel, by));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// A name is on the disk only when its folder is.
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private String write(InputStream in, Path file) throws IOException {
        var digest = sha256();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var out = new DigestOutputStream(java.nio.channels.Channels.newOutputStream(channel), digest)) {
            var buffer = new byte[1 << 16];
            var total = 0L;
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > most) {
                    throw new TooLarge(most);
                }
                out.write(buffer, 0, n);
            }
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean register(InsurerId insurer, String hash, long size, String name, String channel, String by) {
        return transactions.in(
                        insurer,
                        () -> jdbc.sql("insert into files.original values"
                                        + " (:insurer, :hash, :size, :name, :channel, :at, :by) on conflict do nothing")
                                .param("insurer", insurer.value())
                                .param("hash", hash)
                                .param("size", size)
                                .param("name", name)
                                .param("channel", channel)
                                .param("at", OffsetDateTime.now(clock))
                                .param("by", by)
                                .update())
                > 0;
    }

    /// Takes an original away, because nobody's data are in it any more. Done twice it does the same.
    public void remove(InsurerId insurer, String hash) {
        transactions.run(insurer, () -> jdbc.sql(
                        "delete from files.original where insurer_id = :insurer and hash = :hash")
                .param("insurer", insurer.value())
                .param("hash", hash)
                .update());
        try {
            Files.deleteIfExists(path(insurer, hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the bytes of an original lie.
    ///
    /// @throws IllegalArgumentException if the hash is none
    public Path path(InsurerId insurer, String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return folder.resolve(Integer.toString(insurer.value()))
                .resolve(hash.substring(0, 2))
                .resolve(hash);
    }
}
