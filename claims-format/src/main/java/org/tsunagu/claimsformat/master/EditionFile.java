package org.tsunagu.claimsformat.master;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How an edition lies on the disk (版のファイル): UTF-8, one heading line about it, then every
/// official column, with tabs.
final class EditionFile {

    private static final String MARK = "#tsunagu-master";
    private static final String FORM = "1";
    private static final String PARTIAL = ".partial";

    private EditionFile() {}

    /// The name of an edition's file in the store: `b_20240601.tsv`.
    static String name(MasterKind kind, LocalDate date) {
        return kind.prefix() + "_" + date.toString().replace("-", "") + ".tsv";
    }

    /// Writes an edition; it appears under its name only when it is whole.
    static void write(Path folder, Edition edition, Map<String, String> rows) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(name(edition.kind(), edition.date()));
        var partial = folder.resolve(file.getFileName() + PARTIAL);
        try (var out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
            out.write(heading(edition));
            out.write('\n');
            for (var row : rows.values()) {
                out.write(row);
                out.write('\n');
            }
        }
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String heading(Edition edition) {
        return String.join(
                "\t",
                MARK,
                FORM,
                edition.kind().prefix(),
                edition.date().toString(),
                edition.isMerged() ? "merged" : "full",
                Integer.toString(edition.rows()),
                Integer.toString(edition.added()),
                Integer.toString(edition.changed()),
                Integer.toString(edition.abolished()),
                String.join(",", edition.hashes()),
                edition.file());
    }

    /// What an edition is, without its rows.
    ///
    /// @throws IOException if it cannot be read or is none
    static Edition about(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return about(in);
        }
    }

    private static Edition about(BufferedReader in) throws IOException {
        var line = in.readLine();
        var cells = line == null ? List.<String>of() : List.of(line.split("\t", -1));
        if (cells.size() != 11 || !cells.get(0).equals(MARK) || !cells.get(1).equals(FORM)) {
            throw new IOException("no heading");
        }
        try {
            return new Edition(
                    MasterKind.ofPrefix(cells.get(2)).orElseThrow(() -> new IOException("unknown kind")),
                    LocalDate.parse(cells.get(3)),
                    cells.get(4).equals("merged"),
                    Integer.parseInt(cells.get(5)),
                    Integer.parseInt(cells.get(6)),
                    Integer.parseInt(cells.get(7)),
                    Integer.parseInt(cells.get(8)),
                    List.of(cells.get(9).split(",")),
                    cells.get(10));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IOException("heading", e);
        }
    }

    /// All columns of every code.
    ///
    /// @throws IOException if the file is not whole
    static Map<String, String> rows(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var edition = about(in);
            var column = Layout.of(edition.kind()).column(Field.CODE);
            var rows = LinkedHashMap.<String, String>newLinkedHashMap(edition.rows());
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                rows.put(cell(line, column), line);
            }
            return whole(rows, edition);
        }
    }

    /// The columns that Tsunagu reads of every code, with tabs in the order of [Layout#kept].
    ///
    /// @throws IOException if the file is not whole
    static Map<String, String> fields(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var edition = about(in);
            var layout = Layout.of(edition.kind());
            var columns = layout.kept().stream().mapToInt(layout::column).toArray();
            var starts = new int[layout.most() + 1];
            var rows = HashMap.<String, String>newHashMap(edition.rows());
            var kept = new StringBuilder();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var known = starts(line, starts);
                kept.setLength(0);
                for (var i = 0; i < columns.length; i++) {
                    var column = columns[i];
                    // By its place: the first cells may be empty.
                    kept.append(i == 0 ? "" : "\t");
                    if (column < known) {
                        kept.append(line, starts[column], end(line, starts, column, known));
                    }
                }
                rows.put(cell(line, layout.column(Field.CODE)), kept.toString());
            }
            return whole(rows, edition);
        }
    }

    private static Map<String, String> whole(Map<String, String> rows, Edition edition) throws IOException {
        if (rows.size() != edition.rows()) {
            throw new IOException("%d of %d rows".formatted(rows.size(), edition.rows()));
        }
        return rows;
    }

    private static int starts(String line, int[] starts) {
        var count = 0;
        for (var at = 0; at >= 0 && count < starts.length; count++) {
            starts[count] = at;
            var tab = line.indexOf('\t', at);
            at = tab < 0 ? -1 : tab + 1;
        }
        return count;
    }

    private static int end(String line, int[] starts, int column, int known) {
        if (column + 1 < known) {
            return starts[column + 1] - 1;
        }
        var tab = line.indexOf('\t', starts[column]);
        return tab < 0 ? line.length() : tab;
    }

    /// One cell of a line with tabs; empty beyond its end.
    static String cell(String line, int column) {
        var from = 0;
        for (var i = 0; i < column; i++) {
            var tab = line.indexOf('\t', from);
            if (tab < 0) {
                return "";
            }
            from = tab + 1;
        }
        var end = line.indexOf('\t', from);
        return end < 0 ? line.substring(from) : line.substring(from, end);
    }
}
