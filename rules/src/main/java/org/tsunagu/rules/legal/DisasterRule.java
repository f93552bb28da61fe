package org.tsunagu.rules.legal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.table.Row;

/// What may be given without consent while people cannot be asked (災害時の提供), `disaster.tsv`.
public final class DisasterRule {

    /// Reasons of a refusal that only mean that nobody could be asked; a no of the person stays a no.
    private static final Set<Why> NOT_ASKED = Set.of(Why.NO_CONSENT, Why.NO_VISIT, Why.NO_GROUND, Why.EXPIRED);

    private DisasterRule() {}

    /// The row by which something refused may be given in a disaster; empty when it stays refused.
    public static Optional<Row> opens(Why refused, Question question) {
        return NOT_ASKED.contains(refused)
                ? LegalTables.shipped().disaster().on(question.day()).stream()
                        .filter(row -> has(row, "requesters", question.requester())
                                && has(row, "data_classes", question.dataClass()))
                        .findFirst()
                : Optional.empty();
    }

    /// How many days it may be open at most, on a day.
    public static int longestDays(LocalDate day) {
        return LegalTables.shipped().disaster().on(day).stream()
                .mapToInt(row -> row.integer("longest_days"))
                .max()
                .orElse(0);
    }

    private static boolean has(Row row, String column, String key) {
        return List.of(row.text(column).split(",")).contains(key);
    }
}
