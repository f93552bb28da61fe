package org.tsunagu.rules.mark;

import org.tsunagu.codes.table.Certainty;

/// Something that indicators count about an examined person (指標の該当条件), decided.
///
/// @param mark key of the mark, for example `SMOKING`
/// @param holds whether it holds for this checkup
/// @param certainty of the row in `marks.tsv` and of the guidance and doctor-visit values it looks at
public record Mark(String mark, boolean holds, Certainty certainty) {}
