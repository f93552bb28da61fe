package org.tsunagu.letters.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/// Writes a [Report] as OpenDocument text (計画書のODT), which word processors open and change: headings with their
/// levels, tables with repeated headings, page numbers. The same report always gives the same bytes.
public final class ReportOdt {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private final ZipOutputStream zip;
    private final LocalDateTime time;

    private ReportOdt(ZipOutputStream zip, Report report) {
        this.zip = zip;
        this.time = LocalDateTime.ofInstant(report.created(), ZoneOffset.UTC);
    }

    /// Writes it to a stream, which stays open.
    ///
    /// @param contents heading of the table of contents (目次)
    public static void write(Report report, String contents, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        var file = new ReportOdt(zip, report);
        try {
            file.stored("mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
            file.packed("content.xml", OdtContent.of(report, contents));
            file.packed("styles.xml", OdtStyles.styles(report));
            file.packed("meta.xml", OdtStyles.meta(report));
            file.packed("META-INF/manifest.xml", manifest().getBytes(StandardCharsets.UTF_8));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        zip.finish();
    }

    private static String manifest() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
                manifest:version="1.3">
                <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
                </manifest:manifest>
                """.formatted(TYPE);
    }

    /// The first entry tells the type to whoever looks at the beginning of the file: it is not compressed.
    private void stored(String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        var sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        put(entry, bytes);
    }

    private void packed(String name, byte[] bytes) throws IOException {
        put(new ZipEntry(name), bytes);
    }

    private void put(ZipEntry entry, byte[] bytes) throws IOException {
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
