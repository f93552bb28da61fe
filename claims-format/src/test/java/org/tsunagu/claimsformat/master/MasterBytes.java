package org.tsunagu.claimsformat.master;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes invented master files as the payment fund writes its own: windows-31j, every field quoted, CR LF.
public final class MasterBytes {

    static final Charset WINDOWS = Charset.forName("windows-31j");

    private final MasterKind kind;
    private final Layout layout;
    private final List<String> lines = new ArrayList<>();

    private MasterBytes(MasterKind kind) {
        this.kind = kind;
        this.layout = Layout.of(kind);
    }

    public static MasterBytes of(MasterKind kind) {
        return new MasterBytes(kind);
    }

    /// Adds a row: its change kind, its code, then fields and values in turn.
    public MasterBytes row(String change, String code, Object... fieldsAndValues) {
        var cells = new ArrayList<>(Collections.nCopies(layout.most(), ""));
        cells.set(layout.column(Field.CHANGE), change);
        cells.set(layout.column(Field.LETTER), String.valueOf(kind.letter()));
        cells.set(layout.column(Field.CODE), code);
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            cells.set(layout.column((Field) fieldsAndValues[i]), fieldsAndValues[i + 1].toString());
        }
        return line(cells.stream().map(cell -> "\"" + cell + "\"").collect(Collectors.joining(",")));
    }

    /// Adds a row of a complete file that is not abolished.
    public MasterBytes named(String code, String name) {
        return row("0", code, Field.NAME, name, Field.ABOLISHED_ON, RowSet.NEVER);
    }

    public MasterBytes line(String line) {
        lines.add(line);
        return this;
    }

    public byte[] bytes() {
        return bytes(WINDOWS);
    }

    byte[] bytes(Charset charset) {
        return lines.stream()
                .map(line -> line + "\r\n")
                .collect(Collectors.joining())
                .getBytes(charset);
    }

    public Path write(Path file) {
        return write(file, bytes());
    }

    static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The invented sample that lies beside the tests.
    public static Path sample() {
        return Path.of("src/test/resources/org/tsunagu/claimsformat/master/sample");
    }
}
