package org.tsunagu.app.settlement;

import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// When in a course of guidance a claim is made (保健指導実施時点, 別表11), `stages.tsv`.
///
/// @param stage which claim of the course it is: of each there is one
/// @param share the stage of `rules/guidance/settlement.tsv` whose share is due; empty for none
record Timing(String stage, String share) {

    private static final Table STAGES = Table.read("settlement/stages", Timing.class.getResourceAsStream("stages.tsv"));

    /// The one of a code; empty when there is no such code.
    static Optional<Timing> of(String code) {
        return STAGES.rows().stream()
                .filter(row -> row.text("timing").equals(code))
                .findFirst()
                .map(Timing::of);
    }

    private static Timing of(Row row) {
        return new Timing(row.text("stage"), row.text("share"));
    }
}
