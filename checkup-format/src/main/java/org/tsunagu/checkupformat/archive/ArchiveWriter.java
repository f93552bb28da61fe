package org.tsunagu.checkupformat.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tsunagu.checkupformat.cda.CheckupWriter;
import org.tsunagu.checkupformat.cda.ClaimWriter;
import org.tsunagu.checkupformat.cda.GuidanceWriter;
import org.tsunagu.checkupformat.cda.IndexWriter;
import org.tsunagu.checkupformat.cda.SummaryWriter;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.time.Dates;

/// Writes an archive (送付用ファイルアーカイブ) document by document: one root folder with DATA, CLAIMS when there are claims,
/// XSD when the user has the official schemas, the index and, with claims, the summary. The same input gives the same
/// bytes: entries carry the date of the archive's name, whatever the clock or time zone.
///
/// Only [#close] makes the archive whole. Write to a file with another name first and rename it after that.
public final class ArchiveWriter implements AutoCloseable {

    private static final String DATA = "DATA/";
    private static final String CLAIMS = "CLAIMS/";

    /// XML of this kind packs well at any level: this one takes a third of the time for a tenth more bytes.
    private static final int COMPRESSION = 3;

    private final ZipOutputStream zip;
    private final ArchiveName name;
    private final Exchange exchange;
    private final Optional<SchemaFolder> schemas;
    private final CheckupWriter writer = new CheckupWriter(Items.shipped());
    private final GuidanceWriter guidanceWriter = new GuidanceWriter();
    private final ClaimWriter claimWriter = new ClaimWriter();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long documents;
    private long claims;
    private ClaimAmounts amounts = ClaimAmounts.NONE;
    private boolean failed;
    private boolean closed;

    private ArchiveWriter(OutputStream out, ArchiveName name, Exchange exchange, Optional<SchemaFolder> schemas) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        this.zip.setLevel(COMPRESSION);
        this.name = name;
        this.exchange = exchange;
        this.schemas = schemas;
    }

    /// Begins an archive.
    ///
    /// @param schemas folder with the official schemas; empty for an archive without `XSD`, which may be refused
    /// @throws IllegalArgumentException if the folder does not hold the current schema set
    public static ArchiveWriter create(OutputStream out, ArchiveName name, Exchange exchange, Optional<Path> schemas)
            throws IOException {
        Optional<SchemaFolder> set = Optional.empty();
        if (schemas.isPresent()) {
            set = Optional.of(SchemaFolder.find(schemas.get()));
        }
        return new ArchiveWriter(out, name, exchange, set);
    }

    /// Adds a document.
    ///
    /// @return the path of its entry
    /// @throws IllegalArgumentException naming place and check if the document cannot be written validly; the
    /// archive goes on without it
    public String add(CheckupDocument document) throws IOException {
        bytes.reset();
        writer.write(document, bytes);
        return addData('h', document.header().performer().number().text(), bytes.toByteArray());
    }

    /// Adds a guidance document.
    ///
    /// @return the path of its entry
    /// @throws IllegalArgumentException naming place and check if the document cannot be written validly; the
    /// archive goes on without it
    public String add(GuidanceDocument document) throws IOException {
        bytes.reset();
        guidanceWriter.write(document, bytes);
        return addData('g', document.header().performer().number().text(), bytes.toByteArray());
    }

    /// Adds the bytes of a checkup document that was written before, unchanged.
    ///
    /// @param facility number of the facility, for the name of the entry
    /// @return the path of its entry
    public String addWritten(String facility, byte[] document) throws IOException {
        return addData('h', facility, document);
    }

    /// The same of a guidance document.
    public String addWrittenGuidance(String facility, byte[] document) throws IOException {
        return addData('g', facility, document);
    }

    private String addData(char kind, String facility, byte[] document) throws IOException {
        var entry = name + "/" + DATA + name.documentName(kind, facility, documents + 1);
        put(entry, document);
        documents++;
        return entry;
    }

    /// Adds the settlement file (決済情報 cc08, gc08) of a document already added.
    ///
    /// @param document the path [#add] gave
    /// @return the path of its entry
    /// @throws IllegalArgumentException naming place and check if it cannot be written validly; the archive goes on
    /// without it
    public String addClaim(String document, Claim claim) throws IOException {
        bytes.reset();
        claimWriter.write(claim, bytes);
        return addClaim(document, bytes.toByteArray(), ClaimAmounts.of(claim));
    }

    /// Adds a settlement file that was written before.
    ///
    /// @param document the path [#add] gave
    /// @param claim the file as written
    /// @param added what it adds to the summary
    /// @return the path of its entry
    public String addClaim(String document, byte[] claim, ClaimAmounts added) throws IOException {
        var folder = name + "/" + DATA;
        var base = document.startsWith(folder) ? document.substring(folder.length()) : "";
        var letter = switch (base.isEmpty() ? ' ' : base.charAt(0)) {
            case 'h' -> "c";
            case 'g' -> "p";
            default -> throw new IllegalArgumentException("no document of this archive: %s".formatted(document));
        };
        var total = amounts.plus(added);
        var entry = name + "/" + CLAIMS + letter + base.substring(1);
        put(entry, claim);
        amounts = total;
        claims++;
        return entry;
    }

    /// Writes schemas, summary and index and makes the archive whole. After a failed write it only closes the stream.
    ///
    /// @throws IllegalStateException if there is no document: the format knows no empty archive
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (zip) {
            if (failed) {
                return;
            }
            if (documents == 0) {
                throw new IllegalStateException("an archive without documents (CHK-ARC-006)");
            }
            writeSchemas();
            if (claims > 0) {
                bytes.reset();
                new SummaryWriter().write(summary(), bytes);
                put(name + "/su08_V08.xml", bytes.toByteArray());
            }
            bytes.reset();
            new IndexWriter().write(index(), bytes);
            put(name + "/ix08_V08.xml", bytes.toByteArray());
        }
    }

    private void writeSchemas() throws IOException {
        if (schemas.isPresent()) {
            for (var file : schemas.get().files()) {
                put(name + "/XSD/" + file, schemas.get().read(file));
            }
        }
    }

    private Index index() {
        var receiver = exchange.receiverRoot().isEmpty() ? "" : name.receiver();
        return new Index(
                Field.ABSENT,
                Field.of(exchange.interactionType()),
                Field.of(Dates.compact(name.date())),
                Field.of(exchange.senderRoot()),
                Field.of(name.sender()),
                Field.of(exchange.receiverRoot()),
                Field.of(receiver),
                Field.of(String.valueOf(name.serviceKind())),
                Field.of(String.valueOf(documents + claims)));
    }

    private Summary summary() {
        return new Summary(
                Field.ABSENT,
                Field.of(String.valueOf(name.serviceKind())),
                Field.of(String.valueOf(claims)),
                yen(amounts.unit()),
                yen(amounts.payment()),
                amounts.otherProgram() == 0 ? Field.ABSENT : yen(amounts.otherProgram()),
                yen(amounts.claim()));
    }

    private static Field yen(long amount) {
        return Field.of(String.valueOf(amount));
    }

    private void put(String entryName, byte[] content) throws IOException {
        var entry = new ZipEntry(entryName);
        entry.setTimeLocal(name.date().atStartOfDay());
        var before = failed;
        failed = true;
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        failed = before;
    }
}
