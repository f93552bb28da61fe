package org.tsunagu.claimsformat.disease;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The middle classes of the national claims statistics (社会保険表章用疾病分類の中分類),
/// `icd10-class121.tsv`.
///
/// A token of four characters wins over those of three; among these the narrowest range wins. All rows
/// are unconfirmed: the official index was not available.
public final class DiseaseClasses {

    private final List<Rule> rules;
    private final Map<String, Optional<Group>> known = new HashMap<>();

    private DiseaseClasses(List<Row> rows) {
        var read = new ArrayList<Rule>();
        for (var row : rows) {
            read.add(new Rule(Group.of(row, "code"), IcdRanges.of(row.text("icd10"))));
        }
        this.rules = List.copyOf(read);
    }

    /// One class with its codes (分類の行).
    private record Rule(Group group, IcdRanges ranges) {}

    private static Table table(List<Correction> corrections) {
        return Table.read("disease/icd10-class121", DiseaseClasses.class.getResourceAsStream("icd10-class121.tsv"))
                .with(corrections);
    }

    /// The present list of 121 classes, whatever the care month, so that years can be compared.
    public static DiseaseClasses of121(List<Correction> corrections) {
        return edition("121", corrections);
    }

    /// The older list of 119 classes.
    public static DiseaseClasses of119(List<Correction> corrections) {
        return edition("119", corrections);
    }

    private static DiseaseClasses edition(String edition, List<Correction> corrections) {
        return new DiseaseClasses(table(corrections).rows().stream()
                .filter(row -> row.text("edition").equals(edition))
                .toList());
    }

    /// The list in force on a day, as the statistics of that time printed it.
    public static DiseaseClasses on(LocalDate day, List<Correction> corrections) {
        return new DiseaseClasses(table(corrections).on(day));
    }

    /// All classes in the order of the list.
    public List<Group> groups() {
        return rules.stream().map(Rule::group).toList();
    }

    /// All classes by code, and the buckets of what has none.
    public Map<String, Group> byCode() {
        return Stream.concat(groups().stream(), Arrays.stream(Bucket.values()).map(Bucket::group))
                .collect(Collectors.toUnmodifiableMap(Group::code, Function.identity()));
    }

    /// The class of an ICD-10 code (dots and small letters allowed); empty when no range has it.
    public Optional<Group> find(String icd10) {
        return known.computeIfAbsent(Icd10.normal(icd10), this::match);
    }

    private Optional<Group> match(String icd) {
        var best = IcdRanges.NO_MATCH;
        var found = Optional.<Group>empty();
        for (var rule : rules) {
            var fit = rule.ranges().fit(icd);
            if (fit < best) {
                best = fit;
                found = Optional.of(rule.group());
            }
        }
        return found;
    }

    /// How many classes fit equally well: more than one is a mistake of the table.
    int ties(String icd10) {
        var icd = Icd10.normal(icd10);
        var best = rules.stream().mapToInt(rule -> rule.ranges().fit(icd)).min().orElse(IcdRanges.NO_MATCH);
        return best == IcdRanges.NO_MATCH
                ? 0
                : (int) rules.stream()
                        .filter(rule -> rule.ranges().fit(icd) == best)
                        .count();
    }
}
