package org.tsunagu.app.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.legal.Ground;
import org.tsunagu.rules.legal.Grounds;

/// On which ground results may be taken over from a former insurer (引継ぎの法的根拠): rows of `legal/legal-basis` between
/// insurers, and the consent of the person where there is none, which is in `legal-bases.tsv`.
///
/// @param key as it stands beside what was taken
/// @param ages in completed years on the day of the request
public record LegalBasis(
        String key, Ages ages, NeedsConsent consent, String japanese, String english, Certainty certainty) {

    private static final int OLDEST = 200;
    private static final List<String> HANDOVERS = List.of("L13", "L09", "L12");
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
    ///
    /// @param law as the insurer reads it
    public static List<LegalBasis> on(LocalDate day, Grounds law) {
        return Stream.concat(
                        law.all().stream()
                                .filter(ground -> HANDOVERS.contains(ground.key())
                                        && ground.row().validity().includes(day))
                                .map(LegalBasis::of),
                        TABLE.on(day).stream().map(LegalBasis::of))
                .toList();
    }

    /// The ground with a key, in force on a day.
    public static Optional<LegalBasis> find(String key, LocalDate day, Grounds law) {
        return on(day, law).stream().filter(basis -> basis.key.equals(key)).findFirst();
    }

    private static LegalBasis of(Ground ground) {
        var needs = switch (ground.will()) {
            case NO, OWN -> NeedsConsent.NO;
            case OBJECTION -> NeedsConsent.UNLESS_OBJECTED;
            case YES, EACH_VISIT -> NeedsConsent.YES;
        };
        return new LegalBasis(
                ground.key(),
                new Ages(ground.ageFrom(), ground.ageTo().orElse(OLDEST)),
                needs,
                named(ground, Locale.JAPANESE),
                named(ground, Locale.ENGLISH),
                ground.certainty());
    }

    private static String named(Ground ground, Locale locale) {
        return ground.law(locale) + " " + ground.name(locale);
    }

    private static LegalBasis of(Row row) {
        return new LegalBasis(
                row.key(),
                new Ages(0, OLDEST),
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
