package org.tsunagu.rules.kidney;

import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;

/// The tables of the programme against the aggravation of diabetic nephropathy (糖尿病性腎症重症化予防プログラム): criteria of both
/// editions, stages, and how strongly to approach whom. The last is a default of this project, never the official
/// table.
public final class Nephropathy {

    private Nephropathy() {}

    /// The criteria as steps of the lists: the two limbs are joined with AND, the criteria of a limb with OR.
    public static Table criteria(List<Correction> corrections) {
        return read("nephropathy", corrections);
    }

    /// The stages (病期); the first that holds is the stage.
    public static Table stages(List<Correction> corrections) {
        return read("nephropathy-stages", corrections);
    }

    /// Letter, telephone or visit (介入の強さ); the first that holds.
    public static Table intensities(List<Correction> corrections) {
        return read("nephropathy-intensity", corrections);
    }

    /// What a good programme has (プログラムの5要件).
    public static Table requirements(List<Correction> corrections) {
        return read("nephropathy-requirements", corrections);
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("kidney/" + name, Nephropathy.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }
}
