package org.tsunagu.app.planning.document;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.PlanPeriod;

/// The sections of a plan with their standing texts (計画書の目次と標準の文), `plan-sections.tsv` and `plan-texts.tsv`.
final class Outline {

    private static final Outline SHIPPED = new Outline();

    private final Table sections = Table.read("planning/plan-sections", resource("plan-sections.tsv"));
    private final Table texts = Table.read("planning/plan-texts", resource("plan-texts.tsv"));

    private Outline() {}

    private static @Nullable InputStream resource(String name) {
        return Outline.class.getResourceAsStream(name);
    }

    static Outline shipped() {
        return SHIPPED;
    }

    /// The sections of a period in their order; none where no plan is laid out for it.
    List<Section> of(PlanPeriod period) {
        var standing = texts.on(period.firstDay());
        return sections.on(period.firstDay()).stream()
                .map(row -> section(
                        row,
                        standing.stream()
                                .filter(text -> text.text("section").equals(row.key()))
                                .toList(),
                        period))
                .toList();
    }

    /// One section of a period.
    Optional<Section> find(PlanPeriod period, String key) {
        return of(period).stream().filter(section -> section.key().equals(key)).findFirst();
    }

    private static Section section(Row row, List<Row> texts, PlanPeriod period) {
        var table = row.text("table");
        return new Section(
                row.key(),
                row.text("number"),
                row.integer("level"),
                row.text("title").replace("{period}", Integer.toString(period.number())),
                table.isEmpty() ? Optional.empty() : Optional.of(Section.Content.valueOf(table)),
                String.join("\n", texts.stream().map(text -> text.text("text")).toList()),
                Certainty.weakest(texts.stream().map(text -> text.basis().certainty())));
    }
}
