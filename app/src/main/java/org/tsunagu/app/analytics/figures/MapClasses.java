package org.tsunagu.app.analytics.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.charts.MapClass;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The classes of maps around 100 (地図の階級): `map-classes.tsv`, the same for both sexes and all measures.
final class MapClasses {

    private static final List<Row> ROWS = Table.read(
                    "figures/map-classes", MapClasses.class.getResourceAsStream("map-classes.tsv"))
            .rows();

    private MapClasses() {}

    /// The class of a ratio.
    static MapClass of(double ratio) {
        var found = MapClass.NOTHING;
        for (var row : ROWS) {
            if (row.decimal("from").map(BigDecimal::doubleValue).orElse(0.0) <= ratio) {
                found = MapClass.valueOf(row.key());
            }
        }
        return found;
    }

    /// What the classes are called, that of nothing last.
    static List<String> legend(Question question) {
        var words = new ArrayList<String>();
        for (var i = 0; i < ROWS.size(); i++) {
            var from = ROWS.get(i).text("from");
            var to = i + 1 < ROWS.size() ? ROWS.get(i + 1).text("from") : "";
            var key = from.isEmpty() ? "below" : to.isEmpty() ? "above" : "between";
            words.add(question.text("map.class." + key, "from", from, "to", to));
        }
        words.add(question.text("map.class.nothing"));
        return words;
    }
}
