package org.tsunagu.app.analytics.reference;

import java.math.BigDecimal;
import java.util.List;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// A published result of the programme in the nation (全国の実施状況): `programme-figures.tsv`.
public record ProgrammeFigure(Row row) {

    private static final List<ProgrammeFigure> ALL = Table.read(
                    "reference/programme-figures", ProgrammeFigure.class.getResourceAsStream("programme-figures.tsv"))
            .rows()
            .stream()
            .map(ProgrammeFigure::new)
            .toList();

    /// What was published for a measure, up to a year the latest of each group of insurers.
    public static List<ProgrammeFigure> of(String measure, int year) {
        var mine = ALL.stream()
                .filter(one -> one.row.text("measure").equals(measure) && one.year() <= year)
                .toList();
        return mine.stream()
                .filter(one -> mine.stream()
                        .noneMatch(other -> other.group().equals(one.group()) && other.year() > one.year()))
                .toList();
    }

    /// Fiscal year it is for.
    public int year() {
        return row.integer("fiscal_year");
    }

    /// Whom it is about, a word of the messages.
    public String group() {
        return row.text("group");
    }

    /// Why it may not be compared, or only with care, a word of the messages; empty when nothing speaks against it.
    public String reason() {
        return row.text("reason");
    }

    /// In percent.
    public BigDecimal value() {
        return row.decimal("value").orElseThrow();
    }
}
