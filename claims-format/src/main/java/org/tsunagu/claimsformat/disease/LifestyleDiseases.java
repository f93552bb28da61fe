package org.tsunagu.claimsformat.disease;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;

/// The 14 lifestyle diseases of the cost tables (生活習慣病14区分), `lifestyle14.tsv`, in the order of
/// those tables. The groups do not overlap; their ICD-10 ranges are unconfirmed.
public final class LifestyleDiseases {

    private final List<Rule> rules;
    private final Map<String, Optional<Group>> known = new HashMap<>();

    /// Reads the table.
    public LifestyleDiseases(List<Correction> corrections) {
        this.rules = Table.read("disease/lifestyle14", LifestyleDiseases.class.getResourceAsStream("lifestyle14.tsv"))
                .with(corrections)
                .rows()
                .stream()
                .map(row -> new Rule(Group.of(row, "order"), IcdRanges.of(row.text("icd10"))))
                .toList();
    }

    /// One group with its codes (区分の行).
    private record Rule(Group group, IcdRanges ranges) {}

    /// All groups in the order of the tables.
    public List<Group> groups() {
        return rules.stream().map(Rule::group).toList();
    }

    /// All groups by code.
    public Map<String, Group> byCode() {
        return groups().stream().collect(Collectors.toUnmodifiableMap(Group::code, Function.identity()));
    }

    /// The group of an ICD-10 code; empty when it is none of the 14.
    public Optional<Group> find(String icd10) {
        return known.computeIfAbsent(
                Icd10.normal(icd10),
                icd -> rules.stream()
                        .filter(rule -> rule.ranges().has(icd))
                        .map(Rule::group)
                        .findFirst());
    }
}
