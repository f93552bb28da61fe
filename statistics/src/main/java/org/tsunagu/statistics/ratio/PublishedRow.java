package org.tsunagu.statistics.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// One row of a published table whose small cells are masked (秘匿を含む公表値の行): counts by age and their total.
///
/// @param cells by age; empty = masked
/// @param total the published total of the row, which includes the masked cells; empty = masked
public record PublishedRow(List<OptionalLong> cells, OptionalLong total) {

    /// Whether a cell by age is masked.
    public boolean isMasked() {
        return cells.stream().anyMatch(OptionalLong::isEmpty);
    }

    /// The sum of the visible cells: a lower bound of the row.
    public long visible() {
        return cells.stream().mapToLong(cell -> cell.orElse(0)).sum();
    }

    /// The cells, with what the total has more than the visible ones shared among the masked ages in
    /// proportion to the same row of the reference; equally when the reference has nobody there. Without a
    /// total masked cells count 0.
    ///
    /// @param reference the same row of the nation, by age
    public List<Double> filled(List<Double> reference) {
        var suppressed = total.isPresent() ? total.getAsLong() - visible() : 0;
        var masked = 0;
        var weight = 0.0;
        for (var i = 0; i < cells.size(); i++) {
            if (cells.get(i).isEmpty()) {
                masked++;
                weight += reference.get(i);
            }
        }
        var filled = new ArrayList<Double>();
        for (var i = 0; i < cells.size(); i++) {
            var share = weight > 0 ? reference.get(i) / weight : 1.0 / Math.max(1, masked);
            filled.add(cells.get(i).isPresent() ? cells.get(i).getAsLong() : suppressed * share);
        }
        return List.copyOf(filled);
    }
}
