package org.tsunagu.app.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// On which ground results may be taken over from a former insurer (引継ぎの法的根拠); the rows are in
/// `legal-bases.tsv`.
///
/// @param key as it stands beside what was taken
/// @param ages in completed years on the day of the request
public record LegalBasis(
        String key, Ages ages, NeedsConsent consent, String japanese, String english, Certainty certainty) {

    private static final int OLDEST = 200;
    private static final Table TABLE =
            Table.read("tables/legal-bases", LegalBasis.class.getResourceAsStream("legal-bases.tsv"));

    /// What the person concerned has to say to it.
    public enum NeedsConsent {
        NO,
        /// None is needed, but the person may object.
        UNLESS_OBJECTED,
        YES
    }

    /// From one age to another, both included.
    public record Ages(int from, int to) {

        /// Whether an age is among them.
        public boolean has(int age) {
            return from <= age && age <= to;
        }
    }

    /// The grounds in force on the day of a request.
    public static List<LegalBasis> on(LocalDate day) {
        return TABLE.on(day).stream().map(LegalBasis::of).toList();
    }

    /// The ground with a key, in force on a day.
    public static Optional<LegalBasis> find(String key, LocalDate day) {
        return on(day).stream().filter(basis -> basis.key.equals(key)).findFirst();
    }

    private static LegalBasis of(Row row) {
        var from = row.text("age_from").isEmpty() ? 0 : row.integer("age_from");
        var to = row.text("age_to").isEmpty() ? OLDEST : row.integer("age_to");
        return new LegalBasis(
                row.key(),
                new Ages(from, to),
                NeedsConsent.valueOf(row.text("consent")),
                row.text("japanese"),
                row.text("english"),
                row.basis().certainty());
    }

    /// The name in a language.
    public String name(Locale locale) {
        return locale.equals(Locale.JAPANESE) ? japanese : english;
    }
}
