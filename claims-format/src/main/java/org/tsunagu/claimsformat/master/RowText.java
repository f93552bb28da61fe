package org.tsunagu.claimsformat.master;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Splits the bytes of a master file into rows and cells (行と列): windows-31j, commas, quotes around
/// every field. A row that cannot be read is reported and passed over.
final class RowText {

    private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte END_OF_FILE = 0x1a;

    private final byte[] bytes;
    private final Place place;
    private final Reporter problems;
    private final CharsetDecoder decoder;

    RowText(byte[] bytes, Place place, Reporter problems) {
        this.bytes = bytes;
        this.place = place;
        this.problems = problems;
        var isUtf8 = isUtf8();
        if (isUtf8) {
            problems.report("MST-ENCODING-UTF8", place);
        }
        this.decoder = (isUtf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-31j"))
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// Takes a row (行の受け取り).
    @FunctionalInterface
    interface Sink {
        /// One row; lines count from 1.
        void row(int line, List<String> cells);
    }

    private boolean isUtf8() {
        if (startsWithBom()) {
            return true;
        }
        var isAscii = true;
        for (var i = 0; i < bytes.length && isAscii; i++) {
            isAscii = bytes[i] >= 0;
        }
        if (isAscii) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException legacy) {
            return false;
        }
    }

    private boolean startsWithBom() {
        return bytes.length >= BOM.length && bytes[0] == BOM[0] && bytes[1] == BOM[1] && bytes[2] == BOM[2];
    }

    /// Reads every row. Cutting at 0A is safe in both encodings: it is no trail byte.
    void read(Sink sink) {
        var from = startsWithBom() ? BOM.length : 0;
        var line = 0;
        while (from < bytes.length) {
            var to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            line++;
            row(from, to, line, sink);
            from = to + 1;
        }
    }

    private void row(int from, int end, int line, Sink sink) {
        var to = end;
        while (to > from && (bytes[to - 1] == '\r' || bytes[to - 1] == END_OF_FILE)) {
            to--;
        }
        if (to == from) {
            return;
        }
        try {
            var text = decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
            var cells = cells(text);
            if (cells.isEmpty()) {
                problems.report("MST-QUOTE", place.at(line, 1));
            } else {
                sink.row(line, cells);
            }
        } catch (CharacterCodingException e) {
            problems.report("MST-ENCODING", place.at(line, 1));
        }
    }

    /// The cells of a row; none when a quotation mark is out of place. Control characters become spaces.
    static List<String> cells(String text) {
        var cells = new ArrayList<String>();
        var at = 0;
        while (at <= text.length()) {
            var end = at < text.length() && text.charAt(at) == '"' ? quoted(text, at, cells) : plain(text, at, cells);
            if (end < 0) {
                return List.of();
            }
            at = end + 1;
        }
        return cells;
    }

    private static int plain(String text, int at, List<String> cells) {
        var comma = text.indexOf(',', at);
        var end = comma < 0 ? text.length() : comma;
        var cell = text.substring(at, end);
        cells.add(clean(cell));
        return cell.indexOf('"') < 0 ? end : -1;
    }

    private static int quoted(String text, int at, List<String> cells) {
        var cell = new StringBuilder();
        var i = at + 1;
        while (i < text.length()) {
            var c = text.charAt(i);
            if (c != '"') {
                cell.append(c);
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i += 2;
            } else {
                break;
            }
        }
        cells.add(clean(cell.toString()));
        var isClosed = i < text.length() && (i + 1 == text.length() || text.charAt(i + 1) == ',');
        return isClosed ? i + 1 : -1;
    }

    private static String clean(String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        var needsCleaning = false;
        for (var i = 0; i < cell.length() && !needsCleaning; i++) {
            needsCleaning = cell.charAt(i) < ' ';
        }
        return needsCleaning ? cell.replaceAll("\\p{Cntrl}", " ") : cell;
    }
}
