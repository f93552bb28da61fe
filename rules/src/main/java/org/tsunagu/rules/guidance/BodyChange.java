package org.tsunagu.rules.guidance;

import java.math.BigDecimal;

/// Waist and weight at the checkup and at the final evaluation (腹囲・体重の変化), with the decimals they were recorded with.
///
/// @param checkupWaist cm
/// @param checkupWeight kg
/// @param waist cm at the final evaluation
/// @param weight kg at the final evaluation
public record BodyChange(BigDecimal checkupWaist, BigDecimal checkupWeight, BigDecimal waist, BigDecimal weight) {

    /// How many cm the waist has decreased; negative for an increase.
    public BigDecimal waistDecrease() {
        return checkupWaist.subtract(waist);
    }

    /// How many kg the weight has decreased; negative for an increase.
    public BigDecimal weightDecrease() {
        return checkupWeight.subtract(weight);
    }
}
