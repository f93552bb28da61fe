package org.tsunagu.rules.mark;

import org.tsunagu.codes.table.Basis;

/// Something that indicators count about an examined person (指標の該当条件), decided.
///
/// @param mark key of the mark, for example `SMOKING`
/// @param holds whether it holds for this checkup
/// @param basis first row of the mark in `marks.tsv`
public record Mark(String mark, boolean holds, Basis basis) {}
