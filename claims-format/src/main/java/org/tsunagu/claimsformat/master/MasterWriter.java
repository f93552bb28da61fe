package org.tsunagu.claimsformat.master;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import org.tsunagu.claimsformat.record.TextEncoding;

/// Writes a complete master in the official layout (マスターファイルの書き出し), for invented masters:
/// windows-31j, every field in quotes, CR LF.
public final class MasterWriter {

    private static final String UNCHANGED = "0";
    private static final String NEVER = "99999999";

    private final MasterKind kind;
    private final Layout layout;
    private final StringBuilder text = new StringBuilder();

    /// An empty master of a kind.
    public MasterWriter(MasterKind kind) {
        this.kind = kind;
        this.layout = Layout.of(kind);
    }

    /// The name of a complete file of a day, for example `y_ALL20240601.csv`.
    ///
    /// @param day eight digits
    public static String name(MasterKind kind, String day) {
        var isDisease = kind == MasterKind.DISEASE || kind == MasterKind.MODIFIER;
        return kind.prefix() + "_ALL" + day + (isDisease ? ".txt" : ".csv");
    }

    /// Adds a row that is in force.
    ///
    /// @param day of the last change, eight digits
    /// @throws IllegalArgumentException for a field the master does not have
    public void row(String code, String day, Map<Field, String> fields) {
        var cells = new String[layout.fewest()];
        Arrays.fill(cells, "");
        fields.forEach((field, value) -> put(cells, field, value));
        put(cells, Field.CHANGE, UNCHANGED);
        put(cells, Field.LETTER, String.valueOf(kind.letter()));
        put(cells, Field.CODE, code);
        put(cells, Field.CHANGED_ON, day);
        put(cells, Field.ABOLISHED_ON, NEVER);
        text.append('"').append(String.join("\",\"", cells)).append("\"\r\n");
    }

    private void put(String[] cells, Field field, String value) {
        if (value.indexOf('"') >= 0) {
            throw new IllegalArgumentException("%s of %s holds a quote".formatted(field, kind));
        }
        cells[layout.column(field)] = value;
    }

    /// Writes all rows.
    public void write(OutputStream out) throws IOException {
        out.write(text.toString().getBytes(TextEncoding.WINDOWS_31J.charset()));
    }
}
