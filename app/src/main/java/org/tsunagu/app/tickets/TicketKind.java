package org.tsunagu.app.tickets;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// A kind of ticket (受診券・セット券・利用券), as `kinds.tsv` has it.
///
/// @param digit the third digit of the number
public record TicketKind(String digit, Family family, String japanese, String english, Certainty certainty) {

    private static final List<TicketKind> ALL =
            Table.read("tickets/kinds", TicketKind.class.getResourceAsStream("kinds.tsv")).rows().stream()
                    .map(TicketKind::of)
                    .toList();

    /// What a ticket is for (券の種類).
    public enum Family {
        /// The specific checkup (受診券・セット券).
        CHECKUP,
        /// Specific health guidance (利用券).
        GUIDANCE
    }

    private static TicketKind of(Row row) {
        return new TicketKind(
                row.key(),
                Family.valueOf(row.text("family")),
                row.text("name_ja"),
                row.text("name_en"),
                row.basis().certainty());
    }

    /// The kinds of a family.
    public static List<TicketKind> of(Family family) {
        return ALL.stream().filter(kind -> kind.family == family).toList();
    }

    /// The kind of a digit.
    public static Optional<TicketKind> find(String digit) {
        return ALL.stream().filter(kind -> kind.digit.equals(digit)).findFirst();
    }

    /// Its name in a language.
    public String name(Locale language) {
        return language.getLanguage().equals("ja") ? japanese : english;
    }
}
