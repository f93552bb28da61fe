package org.tsunagu.app.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;

/// A document that was not taken, field by field (修正する文書).
///
/// @param fields those with something wrong first; empty when the document cannot be read at all
/// @param others what is wrong and belongs to no field
public record RepairSheet(Document document, List<Field> fields, List<Problem> others, List<Repairs.Past> past) {

    /// A field.
    ///
    /// @param key as in [Change]
    /// @param text what it says; empty for nothing
    public record Field(String key, String text, List<Problem> problems) {

        /// Whether it is a result, whose key is the code of its item.
        public boolean isItem() {
            return DocumentField.of(key).isEmpty();
        }
    }

    static RepairSheet of(
            Document document, Optional<Received> received, List<Problem> problems, List<Repairs.Past> past) {
        var read = received.flatMap(Received::header);
        if (read.isEmpty()) {
            return new RepairSheet(document, List.of(), problems, past);
        }
        var left = new ArrayList<>(problems);
        var fields = new ArrayList<Field>();
        for (var header : DocumentField.values()) {
            var field = header.read(read.get());
            fields.add(new Field(
                    header.key(), field.text(), take(left, place -> isAt(place, field.line(), field.column()))));
        }
        received.flatMap(Received::checkup)
                .ifPresent(checkup -> codes(checkup, problems)
                        .forEach(code -> fields.add(new Field(
                                code,
                                Change.read(checkup, code),
                                take(left, place -> place.item().equals(code))))));
        fields.sort(java.util.Comparator.comparing(field -> field.problems().isEmpty()));
        return new RepairSheet(document, List.copyOf(fields), List.copyOf(left), past);
    }

    private static boolean isAt(Place place, int line, int column) {
        return place.item().isEmpty() && line > 0 && place.line() == line && place.column() == column;
    }

    private static List<Problem> take(List<Problem> from, java.util.function.Predicate<Place> where) {
        var taken = from.stream().filter(problem -> where.test(problem.place())).toList();
        from.removeAll(taken);
        return taken;
    }

    /// The items somebody asks about, then those the document has.
    private static LinkedHashSet<String> codes(CheckupDocument document, List<Problem> problems) {
        var codes = new LinkedHashSet<String>();
        problems.stream().map(problem -> problem.place().item()).forEach(codes::add);
        document.observations().stream().map(Observation::code).forEach(codes::add);
        codes.removeIf(code -> code.length() != 17);
        return codes;
    }
}
