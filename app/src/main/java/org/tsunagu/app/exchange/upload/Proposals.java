package org.tsunagu.app.exchange.upload;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.app.exchange.upload.Correction.Kind;
import org.tsunagu.app.membership.CardNumber;
import org.tsunagu.app.membership.Member;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.time.SerialDay;

/// What a spreadsheet has done to a file, and how it would be put right (表計算ソフトによる変化の検出): proposed,
/// never done
/// without a word of whoever sends it.
final class Proposals {

    private static final String MUNICIPAL = "00";
    private static final int LENGTH_OF_MUNICIPAL = 6;

    private final Map<String, Integer> columns = new HashMap<>();
    private final String insurerNumber;
    private final Map<String, List<Member>> byHousehold = new HashMap<>();
    private final List<Correction> found = new ArrayList<>();

    private Proposals(Cells cells, String insurerNumber, List<Member> staff) {
        cells.meanings().forEach((place, meaning) -> columns.putIfAbsent(meaning, place));
        this.insurerNumber = insurerNumber;
        staff.forEach(member -> byHousehold
                .computeIfAbsent(member.number().household(), none -> new ArrayList<>())
                .add(member));
    }

    /// Looks at every line.
    ///
    /// @param staff of the employer, with their numbers as on their cards
    static List<Correction> of(Cells cells, String insurerNumber, List<Member> staff) {
        var proposals = new Proposals(cells, insurerNumber, staff);
        cells.body().forEach(proposals::line);
        return List.copyOf(proposals.found);
    }

    private void line(Cells.Line line) {
        cell(line, "insurer_number")
                .filter(this::hasLostZeros)
                .ifPresent(was -> propose(Kind.ZEROS_INSURER, line, "insurer_number", insurerNumber));
        for (var day : List.of("birth_date", "exam_date")) {
            cell(line, day)
                    .flatMap(SerialDay::of)
                    .ifPresent(date -> propose(Kind.SERIAL_DATE, line, day, date.toString()));
        }
        var symbol = cell(line, "symbol").orElse("");
        var number = cell(line, "number").orElse("");
        var same = byHousehold.getOrDefault(new CardNumber(symbol, number, "").household(), List.of());
        if (same.size() == 1) {
            var card = same.getFirst().number();
            zeros(Kind.ZEROS_SYMBOL, line, "symbol", card.symbol());
            zeros(Kind.ZEROS_NUMBER, line, "number", card.number());
        }
    }

    /// A municipal number may be written with six digits; seven are never meant.
    private boolean hasLostZeros(String text) {
        var isShort = text.length() < insurerNumber.length()
                && !(insurerNumber.startsWith(MUNICIPAL) && text.length() == LENGTH_OF_MUNICIPAL);
        return isShort
                && InsurerNumber.of(text)
                        .filter(number -> number.digits().equals(insurerNumber))
                        .isPresent();
    }

    private void zeros(Kind kind, Cells.Line line, String column, String asOnCard) {
        var written = cell(line, column).orElse("");
        var plain = plain(asOnCard);
        if (!written.isEmpty()
                && written.length() < plain.length()
                && plain.replaceAll("^0+", "").equals(written)) {
            propose(kind, line, column, asOnCard);
        }
    }

    private Optional<String> cell(Cells.Line line, String meaning) {
        return Optional.ofNullable(columns.get(meaning))
                .filter(place -> place <= line.cells().size())
                .map(place -> plain(line.cells().get(place - 1)))
                .filter(text -> !text.isEmpty());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private void propose(Kind kind, Cells.Line line, String meaning, String now) {
        var place = java.util.Objects.requireNonNull(columns.get(meaning));
        found.add(new Correction(kind, line.number(), place, line.cells().get(place - 1), now));
    }
}
