package org.tsunagu.claimsformat.disease;

import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The ten lifestyle-related diseases of the federation of health insurance societies
/// (健康保険組合連合会の生活習慣関連疾患), `lifestyle10.tsv`. A code is compared on the length given;
/// rows overlap (E145), so they are reported apart and never added up.
public final class FederationList {

    private final List<Rule> rules;

    /// Reads the table.
    public FederationList(List<Correction> corrections) {
        this.rules = Table.read("disease/lifestyle10", FederationList.class.getResourceAsStream("lifestyle10.tsv"))
                .with(corrections)
                .rows()
                .stream()
                .map(Rule::of)
                .toList();
    }

    /// One row of the list (一覧の行): ICD-10 codes, or a section of the acts.
    private record Rule(Group group, IcdRanges ranges, List<String> sections) {

        static Rule of(Row row) {
            var isIcd = row.text("code_kind").equals("icd10");
            var codes = row.text("codes");
            return new Rule(
                    Group.of(row, "order"),
                    IcdRanges.of(isIcd ? codes : ""),
                    isIcd ? List.of() : Stream.of(codes.split(",")).toList());
        }
    }

    /// All rows in their order.
    public List<Group> groups() {
        return rules.stream().map(Rule::group).toList();
    }

    /// Every row that an ICD-10 code belongs to; none, one or two.
    public List<Group> ofDisease(String icd10) {
        var icd = Icd10.normal(icd10);
        return rules.stream()
                .filter(rule -> rule.ranges().has(icd))
                .map(Rule::group)
                .toList();
    }

    /// Every row that a section of the fee schedule belongs to, for example `J038`.
    public List<Group> ofActSection(String section) {
        return rules.stream()
                .filter(rule -> rule.sections().contains(section))
                .map(Rule::group)
                .toList();
    }
}
