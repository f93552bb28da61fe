package org.tsunagu.claimsformat.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A disease on a claim (傷病名), one row a code: what the record says, before any master is looked at.
///
/// @param sequence from 1, in the order of the records
/// @param record `SY`, `SB` (DPC) or `HS` (dental)
/// @param code seven digits, `0000999` for a disease without a code
/// @param modifiers codes of four digits
/// @param name free text, of uncoded diseases
/// @param start first day of treatment
/// @param outcome 1 continuing, 2 cured, 3 dead, 4 stopped; empty when the record has none
/// @param isMain whether the record is flagged as the main disease (主傷病)
/// @param diseaseKind of DPC records: 11 main, 21 admission, 22 most resources …; else empty
/// @param icd10 what the provider recorded (DPC); else empty
/// @param fileLine line of the file
public record DiseaseRow(
        int sequence,
        String record,
        String code,
        List<String> modifiers,
        String name,
        Optional<LocalDate> start,
        String outcome,
        boolean isMain,
        String diseaseKind,
        String icd10,
        int fileLine) {

    /// The code of a disease that has none.
    public static final String UNCODED = "0000999";

    /// Whether it has no code, only a name.
    public boolean isUncoded() {
        return code.equals(UNCODED);
    }
}
