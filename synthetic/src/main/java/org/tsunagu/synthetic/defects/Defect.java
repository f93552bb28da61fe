package org.tsunagu.synthetic.defects;

import java.util.List;
import org.tsunagu.codes.table.Row;

/// One kind of defect that can be planted (不備の種類), a row of `catalogue.tsv`.
///
/// @param check the check that must find it
/// @param also checks that find it as well and are neither right nor wrong
public record Defect(String id, boolean ofArchive, String check, List<String> also, String nameJa, String nameEn) {
    static Defect of(Row row) {
        var also = row.text("also");
        return new Defect(
                row.key(),
                row.text("level").equals("archive"),
                row.text("check"),
                also.isEmpty() ? List.of() : List.of(also.split(" ")),
                row.text("name_ja"),
                row.text("name_en"));
    }
}
