package org.tsunagu.synthetic.care;

import org.tsunagu.codes.table.Row;

/// Something that is charged (診療行為・調剤行為), a row of `acts.tsv` in force in a month.
///
/// @param careClass 診療識別; empty for dispensing
/// @param points yen for what belongs to meals
public record Act(String careClass, String code, String name, long points) {

    static Act of(Row row) {
        return new Act(row.text("care_class"), row.text("code"), row.text("name"), row.integer("points"));
    }
}
