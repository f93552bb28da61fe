package org.tsunagu.claimsformat.allocation;

import java.util.List;
import org.tsunagu.codes.table.Correction;

/// What a cost run goes by (配分の設定): tables and named parameters, printed with its results.
public record CostSettings(CostGroups groups, AgeBands bands, PdmRounding rounding, DispensingJoin.Way join) {

    /// As shipped: the rounding of the public implementation, dispensing split by its prescriptions.
    public static CostSettings shipped() {
        List<Correction> none = List.of();
        return new CostSettings(
                new CostGroups(none),
                new AgeBands(none),
                PdmRounding.of(PdmRounding.REFERENCE, none),
                DispensingJoin.Way.SPLIT);
    }
}
