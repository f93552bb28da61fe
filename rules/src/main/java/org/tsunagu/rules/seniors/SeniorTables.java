package org.tsunagu.rules.seniors;

import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;

/// The tables about people of 75 and over that are not steps of lists (後期高齢者の質問票と歯科健診の表).
public final class SeniorTables {

    private SeniorTables() {}

    /// The fifteen questions (後期高齢者の質問票).
    public static Table questionnaire(List<Correction> corrections) {
        return read("questionnaire", corrections);
    }

    /// What the dental checkup looks at (後期高齢者歯科健診の項目).
    public static Table dental(List<Correction> corrections) {
        return read("dental", corrections);
    }

    /// How many unions have run the dental checkup, by year (実施広域連合数).
    public static Table dentalCoverage(List<Correction> corrections) {
        return read("dental-coverage", corrections);
    }

    /// All of them.
    public static List<Table> all(List<Correction> corrections) {
        return List.of(questionnaire(corrections), dental(corrections), dentalCoverage(corrections));
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("seniors/" + name, SeniorTables.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }
}
