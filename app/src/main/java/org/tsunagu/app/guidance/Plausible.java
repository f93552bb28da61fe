package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Whether waist (cm) and weight (kg) can be (腹囲・体重の妥当性): within the range in which the item of the
/// checkup is written, and
/// not further from the checkup than `plausible.tsv` says. What is doubtful is asked about again, never
/// refused.
public final class Plausible {

    private static final Table TABLE =
            Table.read("guidance/plausible", Plausible.class.getResourceAsStream("plausible.tsv"));

    private Plausible() {}

    /// The fields of a form that somebody should look at again: `waist`, `weight`.
    public static Set<String> doubtful(PersonCourse course, Entry entry) {
        var doubtful = new LinkedHashSet<String>();
        for (var row : TABLE.on(course.checkupDay())) {
            var isWaist = row.key().equals("waist");
            var measured = isWaist ? entry.waist() : entry.weight();
            var before = isWaist ? course.waist() : course.weight();
            if (measured.filter(value -> isOutside(row, value) || isFar(row, value, before))
                    .isPresent()) {
                doubtful.add(row.key());
            }
        }
        return doubtful;
    }

    private static boolean isOutside(Row row, BigDecimal value) {
        return Items.shipped()
                .find(row.text("item"))
                .map(Item::inputRange)
                .filter(range -> range.isAbove(value) || range.isBelow(value))
                .isPresent();
    }

    private static boolean isFar(Row row, BigDecimal value, Optional<BigDecimal> before) {
        var most = row.decimal("change").orElseThrow();
        return before.filter(was -> value.subtract(was).abs().compareTo(most) > 0)
                .isPresent();
    }
}
