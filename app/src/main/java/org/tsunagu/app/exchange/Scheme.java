package org.tsunagu.app.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// A kind of request (提供依頼の種類), a row of `request-schemes.tsv`.
///
/// @param ages in completed years on the day of the request
/// @param days within which an answer is asked for, when nobody says another day
/// @param between who asks whom for what, in the codes of the legal table
public record Scheme(
        String key, Direction direction, Party party, Ages ages, int days, Between between, Certainty certainty) {

    private static final int OLDEST = 200;
    private static final Table TABLE =
            Table.read("exchange/request-schemes", Scheme.class.getResourceAsStream("request-schemes.tsv"));

    /// Who asks.
    public enum Direction {
        /// The insurer asks somebody (依頼する).
        OUT,
        /// Somebody asks the insurer (依頼を受ける).
        IN
    }

    /// Who is asked, or asks.
    public enum Party {
        EMPLOYER,
        INSURER,
        UNION,
        FEDERATION
    }

    /// Who asks whom for what (情報提供の当事者). `OWN` is the insurer, `OTHER` whoever stands in the request.
    ///
    /// @param data kinds of data, of `legal/data-classes`, with commas between
    /// @param purpose under which the person's own word is looked up; empty for that of the ground
    public record Between(String requester, String holder, String data, String purpose) {

        /// The kinds of data; each is decided about by itself.
        public List<String> classes() {
            return List.of(data.split(","));
        }
    }

    /// From one age to another, both included.
    public record Ages(int from, int to) {

        /// Whether an age is among them.
        public boolean has(int age) {
            return from <= age && age <= to;
        }

        /// Whether there is no upper end.
        public boolean isOpen() {
            return to == OLDEST;
        }
    }

    /// The kinds there are on a day.
    public static List<Scheme> on(LocalDate day) {
        return TABLE.on(day).stream().map(Scheme::of).toList();
    }

    /// The kind of a name, also one that is no longer in force.
    public static Optional<Scheme> find(String key) {
        return TABLE.rows().stream()
                .filter(row -> row.key().equals(key))
                .map(Scheme::of)
                .findFirst();
    }

    private static Scheme of(Row row) {
        var to = row.text("age_to").isEmpty() ? OLDEST : row.integer("age_to");
        return new Scheme(
                row.key(),
                Direction.valueOf(row.text("direction")),
                Party.valueOf(row.text("party")),
                new Ages(row.integer("age_from"), to),
                row.integer("days"),
                new Between(row.text("requester"), row.text("holder"), row.text("data"), row.text("purpose")),
                row.basis().certainty());
    }

    /// Whether employers are asked.
    public boolean isToEmployer() {
        return direction == Direction.OUT && party == Party.EMPLOYER;
    }

    /// Whether the insurer is the one who has to answer.
    public boolean isIncoming() {
        return direction == Direction.IN;
    }
}
