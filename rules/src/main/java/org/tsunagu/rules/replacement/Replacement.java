package org.tsunagu.rules.replacement;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The items of an employer's checkup against those of the specific checkup (事業者健診と特定健診の項目の突合せ):
/// `employer-items.tsv`, one row for each group of `completion.tsv`. Which groups are there is decided
/// by
/// [org.tsunagu.rules.completeness.Completeness]: HbA1c stands for blood glucose, casual glucose only
/// when it was not
/// taken right after a meal.
public final class Replacement {

    private final Table items;
    private final Table ages;

    /// Reads the tables.
    public Replacement(List<Correction> corrections) {
        items = read("employer-items", corrections);
        ages = read("ages", corrections);
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("replacement/" + name, Replacement.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// The tables as shipped.
    public static Replacement shipped() {
        return Shipped.RULES;
    }

    private static final class Shipped {
        private static final Replacement RULES = new Replacement(List.of());
    }

    /// Both tables.
    public List<Table> all() {
        return List.of(items, ages);
    }

    /// Who has what is missing (項目をもつ相手).
    public enum Holder {
        /// The employer keeps it by law (労働安全衛生規則44条).
        EMPLOYER,
        /// Only the person can say it (質問票).
        MEMBER,
        /// It follows from other items.
        INSURER
    }

    /// A group of items that is missing (不足している項目).
    ///
    /// @param row of `employer-items.tsv`
    /// @param mayAsk whether the insurer can ask for it: of the employer only what the law makes it
    /// keep at that age
    public record Gap(Row row, Holder holder, boolean mayAsk) {

        /// The group of `completion.tsv`.
        public String group() {
            return row.key();
        }

        /// The name in a language.
        public String name(Locale locale) {
            return row.text(locale.getLanguage().equals("ja") ? "name_ja" : "name_en");
        }

        /// The number in 労働安全衛生規則44条1項; empty for what does not stand there.
        public String clause() {
            return row.text("clause");
        }
    }

    /// The result.
    ///
    /// @param isOfAge whether the person is a target of the specific checkup in that fiscal year
    /// @param counts whether the checkup stands for the specific checkup
    public record Comparison(boolean isOfAge, boolean counts, List<Gap> gaps) {}

    /// Compares one checkup.
    ///
    /// @param day of the checkup
    /// @param ageOfYear age reached within the fiscal year
    /// @param ageOnDay age in completed years on the day
    /// @param missing groups of `completion.tsv` that are missing
    public Comparison compare(LocalDate day, int ageOfYear, int ageOnDay, Collection<String> missing) {
        var isOfAge = ages.on(day).stream()
                .anyMatch(row -> row.integer("age_from") <= ageOfYear && ageOfYear <= row.integer("age_to"));
        var gaps = items.on(day).stream()
                .filter(row -> missing.contains(row.key()))
                .map(row -> gap(row, ageOnDay))
                .toList();
        return new Comparison(isOfAge, isOfAge && missing.isEmpty(), gaps);
    }

    private static Gap gap(Row row, int age) {
        var holder = Holder.valueOf(row.text("holder"));
        return new Gap(
                row,
                holder,
                switch (holder) {
                    case EMPLOYER -> isExpected(row, age);
                    case MEMBER -> true;
                    case INSURER -> false;
                });
    }

    /// An employer's doctor need not do everything at every age.
    private static boolean isExpected(Row row, int age) {
        var from = row.text("age_from");
        return from.isEmpty()
                || age >= Integer.parseInt(from)
                || Arrays.asList(row.text("specified_ages").split("\\|")).contains(Integer.toString(age));
    }
}
