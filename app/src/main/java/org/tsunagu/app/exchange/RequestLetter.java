package org.tsunagu.app.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.app.exchange.Requests.Wanted;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.PlainBody;
import org.tsunagu.letters.layout.Column;
import org.tsunagu.letters.layout.Grid;
import org.tsunagu.letters.layout.GridRow;
import org.tsunagu.letters.layout.Paper;
import org.tsunagu.rules.legal.LegalTables;

/// The letter of a request (提供依頼の文書) with the list of the people asked for (別紙). In Japanese, as it
/// goes out.
///
/// @param law the articles it rests on, in words
record RequestLetter(Progress progress, RequestWordings.Wording wording, List<String> law, List<Wanted> people)
        implements Body {

    private static final double NUMBER = 12;
    private static final double CARD = 48;
    private static final double NAME = 38;
    private static final double KANA = 42;
    private static final double BIRTH = 30;

    /// Whether it can be addressed.
    static boolean hasAddress(Request request, Optional<Employer> employer) {
        return request.scheme().isToEmployer()
                ? employer.filter(Employer::hasAddress).isPresent()
                : !request.party().postalCode().isEmpty()
                        && !request.party().address().isEmpty();
    }

    static Addressee to(Request request, Optional<Employer> employer) {
        return employer.map(one -> new Addressee(one.postalCode(), List.of(one.address()), one.shown()))
                .orElseGet(() -> new Addressee(
                        request.party().postalCode(),
                        List.of(request.party().address()),
                        request.party().name()));
    }

    @Override
    public void write(Paper paper, Letter letter, LetterTexts texts) {
        var words = Texts.in(Language.JAPANESE);
        new PlainBody(wording.template(), values(letter)).write(paper, letter, texts);
        if (people.isEmpty()) {
            return;
        }
        paper.turn();
        paper.heading(words.text("exchange.letter.list", "count", people.size()));
        paper.table(new Grid(
                List.of(
                        new Column(words.text("exchange.letter.list.number"), NUMBER, Column.Align.LEFT),
                        new Column(words.text("exchange.card"), CARD, Column.Align.LEFT),
                        new Column(words.text("exchange.name"), NAME, Column.Align.LEFT),
                        new Column(words.text("exchange.kana"), KANA, Column.Align.LEFT),
                        new Column(words.text("exchange.birth"), BIRTH, Column.Align.LEFT)),
                rows()));
        paper.note(words.text("exchange.letter.list.note"));
    }

    private List<GridRow> rows() {
        return java.util.stream.IntStream.range(0, people.size())
                .mapToObj(i -> row(i + 1, people.get(i)))
                .toList();
    }

    private static GridRow row(int number, Wanted one) {
        var member = one.member();
        return new GridRow(
                List.of(
                        Integer.toString(number),
                        member.number().shown(),
                        member.name(),
                        member.kana(),
                        Era.format(member.birth())),
                false);
    }

    private Map<String, String> values(Letter letter) {
        var request = progress.request();
        return Map.of(
                "party", letter.to().name(),
                "year", Frame.year(Language.JAPANESE, request.fiscalYear()),
                "deadline", Era.format(request.deadline()),
                "count", Integer.toString(people.size()),
                "law", String.join("、", law),
                "provision", LegalTables.adoptedProvision().text("law_ja"));
    }
}
