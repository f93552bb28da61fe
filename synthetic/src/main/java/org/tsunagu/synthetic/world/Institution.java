package org.tsunagu.synthetic.world;

import java.util.List;
import org.tsunagu.codes.facility.FacilityNumber;
import org.tsunagu.codes.table.Row;

/// An invented checkup institution (架空の健診機関), a row of `institutions.tsv`.
///
/// @param fullPanel whether everybody gets blood count, creatinine and electrocardiogram
/// @param laboratory methods of the blood tests, a set of `laboratories.tsv`
/// @param urine methods of the urine tests, a set of `laboratories.tsv`
/// @param calculatesLdl whether LDL comes from the other lipids
/// @param asksEverything whether the whole questionnaire is asked, not only its required questions
/// @param cycle how often it sends: `month` or `quarter`
public record Institution(
        String id,
        FacilityNumber number,
        String name,
        Place place,
        String telecom,
        double weight,
        boolean fullPanel,
        String laboratory,
        String urine,
        boolean calculatesLdl,
        boolean asksEverything,
        String cycle,
        List<String> doctors) {
    static Institution of(Row row) {
        return new Institution(
                row.key(),
                FacilityNumber.of(row.text("number")).orElseThrow(),
                row.text("name"),
                new Place(row.text("postal_code"), row.text("address")),
                row.text("telecom"),
                row.integer("weight"),
                row.text("panel").equals("full"),
                row.text("laboratory"),
                row.text("urine"),
                row.text("ldl").equals("calculated"),
                row.text("questionnaire").equals("1"),
                row.text("cycle"),
                List.of(row.text("doctors").split("\\|")));
    }
}
