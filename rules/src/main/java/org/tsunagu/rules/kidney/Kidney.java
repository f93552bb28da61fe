package org.tsunagu.rules.kidney;

import java.math.BigDecimal;
import org.tsunagu.rules.decision.Reason;

/// Kidney function of one checkup (腎機能): estimated filtration rate and stages of chronic kidney disease.
///
/// @param egfr mL/min/1.73m², one decimal; the stage is decided on the unrounded value
/// @param computed whether it was computed from creatinine because the document has no value
/// @param gStage G1, G2, G3a, G3b, G4, G5
/// @param aStage A1 to A3 by urine albumin per gram of creatinine; empty when it was not measured
/// @param reason the row used
public record Kidney(BigDecimal egfr, boolean computed, String gStage, String aStage, Reason reason) {}
