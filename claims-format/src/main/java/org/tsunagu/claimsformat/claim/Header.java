package org.tsunagu.claimsformat.claim;

import java.util.Optional;

/// The header of one payer on a claim (保険者・公費レコード): what is claimed from it altogether.
///
/// @param order 0 the insurance, 1 to 4 the public payers in the order of their records
/// @param payerNumber without padding
/// @param days of care (診療実日数); for dispensing the prescriptions received (処方箋受付回数)
/// @param points (合計点数); for nursing yen
/// @param mealCount meals, inpatient only
/// @param mealYen yen of meals, without the patient's standard burden
/// @param copaymentYen where it is recorded
public record Header(
        int order,
        String payerNumber,
        int days,
        long points,
        int mealCount,
        long mealYen,
        Optional<Long> copaymentYen) {}
