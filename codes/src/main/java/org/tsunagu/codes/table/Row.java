package org.tsunagu.codes.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.time.Validity;

/// One line of a [Table] (表の行), read by column name.
public record Row(String table, List<String> header, List<String> cells) {

    /// The short name of this row, unique in its table for good.
    public String key() {
        return cells.getFirst();
    }

    /// A cell as it stands; empty for an empty cell.
    ///
    /// @throws IllegalArgumentException naming the columns there are, if there is none of that name
    public String text(String column) {
        return cells.get(index(column));
    }

    /// A whole number.
    public int integer(String column) {
        return Integer.parseInt(text(column));
    }

    /// A decimal number; empty for an empty cell.
    public Optional<BigDecimal> decimal(String column) {
        var cell = text(column);
        return cell.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cell));
    }

    /// Whether the table has this column.
    public boolean has(String column) {
        return header.contains(column);
    }

    public Validity validity() {
        return Validity.of(text("effective_from"), text("effective_to"));
    }

    public Basis basis() {
        return new Basis(table, key(), Certainty.of(text("certainty")), text("source"));
    }

    Row with(Correction correction) {
        var corrected = new ArrayList<>(cells);
        corrected.set(index(correction.column()), correction.value());
        return new Row(table, header, List.copyOf(corrected));
    }

    private int index(String column) {
        var index = header.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("table %s has no column %s, only %s".formatted(table, column, header));
        }
        return index;
    }
}
