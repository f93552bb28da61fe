package org.tsunagu.claimsformat.disease;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// A reconstruction of the 82 small classes (細小82分類の推定（再構成）), `kdb82-proposed.tsv`. Every
/// row is unconfirmed and every result says so: it must never be called compatible with the official
/// list.
///
/// The rows are tried in the order of `match_priority` and the first that fits wins. Kidney disease
/// needs to know whether the same claim has dialysis; the class by age is not assigned.
public final class SmallClasses {

    private final List<Rule> rules;
    private final Map<String, Optional<Group>> onDialysis = new HashMap<>();
    private final Map<String, Optional<Group>> others = new HashMap<>();

    /// Reads the table.
    public SmallClasses(List<Correction> corrections) {
        this.rules = Table.read("disease/kdb82-proposed", SmallClasses.class.getResourceAsStream("kdb82-proposed.tsv"))
                .with(corrections)
                .rows()
                .stream()
                .sorted((one, other) -> one.integer("match_priority") - other.integer("match_priority"))
                .map(Rule::of)
                .toList();
    }

    /// What a row asks of the claim beside the code (判定の種類).
    private enum Kind {
        ICD,
        ICD_AND_DIALYSIS,
        ICD_AND_NO_DIALYSIS,
        AGE_NOT_ICD;

        boolean admits(boolean isOnDialysis) {
            return switch (this) {
                case ICD -> true;
                case ICD_AND_DIALYSIS -> isOnDialysis;
                case ICD_AND_NO_DIALYSIS -> !isOnDialysis;
                case AGE_NOT_ICD -> false;
            };
        }
    }

    /// One class with its condition (分類の行).
    private record Rule(Group group, IcdRanges ranges, IcdRanges excluded, Kind kind) {

        static Rule of(Row row) {
            return new Rule(
                    Group.of(row, "match_priority"),
                    IcdRanges.of(row.text("icd10")),
                    IcdRanges.of(row.text("exclude_icd10")),
                    Kind.valueOf(row.text("rule_kind").toUpperCase(Locale.ROOT)));
        }

        boolean fits(String icd, boolean isOnDialysis) {
            return kind.admits(isOnDialysis) && ranges.has(icd) && !excluded.has(icd);
        }
    }

    /// All classes in the order in which they are tried.
    public List<Group> groups() {
        return rules.stream().map(Rule::group).toList();
    }

    /// The class of an ICD-10 code; empty when none fits.
    ///
    /// @param isOnDialysis whether the same claim has a dialysis act or note
    public Optional<Group> find(String icd10, boolean isOnDialysis) {
        return (isOnDialysis ? onDialysis : others)
                .computeIfAbsent(
                        Icd10.normal(icd10),
                        icd -> rules.stream()
                                .filter(rule -> rule.fits(icd, isOnDialysis))
                                .map(Rule::group)
                                .findFirst());
    }
}
