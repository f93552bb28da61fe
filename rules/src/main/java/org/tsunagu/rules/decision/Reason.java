package org.tsunagu.rules.decision;

import java.util.Map;
import org.tsunagu.codes.table.Basis;

/// Why a decision came out as it did (理由): one rule row, the value it looked at and what it said.
///
/// @param code which sentence explains it, in the message files of this module
/// @param about the predicate, step, item or feedback family concerned, for example `waist_met`
/// @param outcome `true`, `false` or `unknown` of a predicate, else the code that came out
/// @param basis the table row used, with its certainty and source
/// @param item 17-digit code of the item used; empty when no single item was used
/// @param value the value used, as written; empty when none was used
/// @param facts further arguments of the sentence
public record Reason(
        ReasonCode code,
        String about,
        String outcome,
        Basis basis,
        String item,
        String value,
        Map<String, String> facts) {}
