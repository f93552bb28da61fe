package org.tsunagu.rules.plan;

import java.math.BigDecimal;

/// A printed number beside the one that its parts give (突合): shown with the difference, never put right silently.
///
/// @param about what is compared: the key of a check, or the place in a table
public record Reconciliation(String about, BigDecimal printed, BigDecimal computed) {

    /// Whether both are the same number.
    public boolean isEqual() {
        return printed.compareTo(computed) == 0;
    }

    /// Printed less computed.
    public BigDecimal difference() {
        return printed.subtract(computed);
    }
}
