package org.tsunagu.claimsformat.claim;

import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Which disease of a claim is its main one (主傷病), `main-disease.tsv`. The flag is not unique and often missing, so the
/// table says in which order to look.
final class MainDisease {

    private static final Table RULES =
            Table.read("claim/main-disease", MainDisease.class.getResourceAsStream("main-disease.tsv"));

    private MainDisease() {}

    static Optional<DiseaseRow> of(Kind kind, List<DiseaseRow> diseases) {
        if (diseases.isEmpty()) {
            return Optional.empty();
        }
        for (var rule : RULES.rows()) {
            if (rule.text("kind").equals(kind.tag())) {
                for (var disease : diseases) {
                    if (fits(rule, disease)) {
                        return Optional.of(disease);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(Row rule, DiseaseRow disease) {
        var record = rule.text("record");
        if (!record.equals("*") && !record.equals(disease.record())) {
            return false;
        }
        return switch (rule.text("choose")) {
            case "flagged" -> disease.isMain();
            case "kind" -> disease.diseaseKind().equals(rule.text("value"));
            case "not_suspected" -> !Suspected.is(disease);
            case "first" -> true;
            default ->
                throw new IllegalArgumentException(
                        "main-disease.tsv: choose flagged, kind, not_suspected or first, not " + rule.text("choose"));
        };
    }
}
