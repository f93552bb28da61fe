package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.measures.mart.MartBatch;
import org.tsunagu.measures.mart.MartFolder;

/// Takes one file in (1ファイルの取り込み), on whatever machine the task has come to.
///
/// The rows are written beside their place and put there by one renaming, under a name made of the bytes of the file: a
/// task that dies leaves nothing that anybody reads, and one that is done again, here or on another machine, changes
/// nothing.
final class Taking {

    /// Changes whenever other rows are written from the same file.
    private static final String FORM = "1";

    static final String FINDINGS = "findings.tsv";

    private final Order order;

    Taking(Order order) {
        this.order = order;
    }

    /// Where the rows of a file lie.
    ///
    /// @param isNew whether they were written now
    record Taken(String folder, boolean isNew) implements Serializable {}

    Taken take(Input input) {
        try {
            var masters = masters();
            var place = order.taken().resolve(name(input, masters));
            if (Files.isDirectory(place)) {
                return new Taken(place.toString(), false);
            }
            var begun = Files.createTempDirectory(Files.createDirectories(order.taken()), ".begun-");
            write(input, masters, begun);
            return new Taken(place.toString(), put(begun, place));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("an input could not be taken in", e);
        }
    }

    /// @return whether it was put there; another attempt of the same task may have been faster
    private static boolean put(Path begun, Path place) throws IOException {
        try {
            Files.move(begun, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            MartFolder.delete(begun);
            return false;
        }
    }

    private Masters masters() {
        return order.masters().isEmpty()
                ? Masters.none()
                : Masters.of(MasterStore.open(Path.of(order.masters()), problem -> {}));
    }

    private void write(Input input, Masters masters, Path begun) throws IOException, SQLException {
        Map<String, Long> found = new TreeMap<>();
        try (var mart = MartBatch.begin(begun, begun.resolve(".spill"))) {
            rows(input, masters, mart).read(Path.of(input.path()), found);
            mart.finish();
        }
        if (Files.isDirectory(begun.resolve(".spill"))) {
            MartFolder.delete(begun.resolve(".spill"));
        }
        Files.write(
                begun.resolve(FINDINGS),
                found.entrySet().stream()
                        .map(one -> one.getKey() + "\t" + one.getValue())
                        .toList());
    }

    private Rows rows(Input input, Masters masters, MartBatch mart) throws IOException {
        var pseudonyms = Pseudonyms.keyed(Path.of(order.keyFile()));
        return switch (input.kind()) {
            case CHECKUPS -> new CheckupRows(pseudonyms, mart, LocalDate.parse(order.received()));
            case CLAIMS -> new ClaimRows(pseudonyms, mart, masters);
            case REGISTER -> new RegisterRows(pseudonyms, mart, order.firstYear(), order.lastYear());
        };
    }

    private static String editions(Masters masters) {
        return Arrays.stream(MasterKind.values())
                .map(masters::editions)
                .toList()
                .toString();
    }

    /// The bytes of the file and whatever else the rows depend on.
    private String name(Input input, Masters masters) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : new String[] {
                FORM,
                input.kind().name(),
                order.firstYear() + "-" + order.lastYear(),
                order.received(),
                editions(masters)
            }) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            }
            digest.update(Files.readAllBytes(Path.of(order.keyFile())));
            try (InputStream in = new DigestInputStream(Files.newInputStream(Path.of(input.path())), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
