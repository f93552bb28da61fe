package org.tsunagu.rules.care;

import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.care.CareClaim;
import org.tsunagu.codes.care.CareDisease;
import org.tsunagu.codes.care.DrugSupply;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Row;

/// Diseases and drugs that belong together (疾患群), a row of `groups.tsv`.
///
/// @param drugs keys of the groups of drugs; empty when no drug stands for it
/// @param icd10 beginnings of the codes of its diseases, dots left out
/// @param classes middle classes, looked at where a disease has no ICD-10 code
public record CareGroup(String key, List<String> drugs, List<String> icd10, List<String> classes, Basis basis) {

    static CareGroup of(Row row) {
        return new CareGroup(
                row.key(), words(row.text("drugs")), words(row.text("icd10")), words(row.text("classes")), row.basis());
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(","));
    }

    /// Whether a drug is for it.
    public boolean has(DrugSupply drug) {
        return drugs.stream().anyMatch(drug.groups()::contains);
    }

    /// Whether a disease belongs to it, suspected or not.
    public boolean has(CareDisease disease) {
        return disease.icd10().isEmpty()
                ? classes.contains(disease.class121())
                : icd10.stream().anyMatch(disease.icd10()::startsWith);
    }

    /// Whether a claim has one of its diseases as more than a suspicion (疑い病名を除く).
    public boolean isDiagnosed(CareClaim claim) {
        return claim.diseases().stream().anyMatch(disease -> !disease.isSuspected() && has(disease));
    }

    /// Whether a claim has one of its diseases only as a suspicion (疑い病名のみ).
    public boolean isOnlySuspected(CareClaim claim) {
        return !isDiagnosed(claim) && claim.diseases().stream().anyMatch(this::has);
    }

    /// Its drugs on a claim.
    Stream<DrugSupply> drugs(CareClaim claim) {
        return claim.drugs().stream().filter(this::has);
    }
}
