package org.tsunagu.codes.care;

import java.time.YearMonth;
import java.util.List;

/// One claim of a person after the corrections of the review (審査後のレセプト一件).
///
/// @param id key of the claim where it is stored, with which a reason names it
/// @param month care month (診療年月)
/// @param isInpatient inpatient (入院)
/// @param institution code of the institution or pharmacy, with its prefecture
/// @param days days of care (診療実日数); for dispensing prescriptions received
/// @param hasDialysis an act of dialysis is on it
public record CareClaim(
        long id,
        YearMonth month,
        CareKind kind,
        boolean isInpatient,
        String institution,
        int days,
        boolean hasDialysis,
        List<CareDisease> diseases,
        List<DrugSupply> drugs) {

    /// Copies the lists.
    public CareClaim {
        diseases = List.copyOf(diseases);
        drugs = List.copyOf(drugs);
    }
}
