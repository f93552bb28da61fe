package org.tsunagu.app.exchange.notice;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.tsunagu.app.claims.CareCosts.Line;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.ContactBlock;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.layout.Column;
import org.tsunagu.letters.layout.Grid;
import org.tsunagu.letters.layout.GridRow;
import org.tsunagu.letters.layout.Paper;

/// The notice to one household (1世帯の医療費通知). In Japanese, as it goes out.
///
/// @param names of the people, by member
/// @param lines of all of them, person by person
record CostNotice(YearMonth from, YearMonth to, Map<Long, String> names, List<Line> lines) implements Body {

    private static final Texts TEXTS = Texts.in(Language.JAPANESE);
    private static final double NAME = 30;
    private static final double MONTH = 28;
    private static final double KIND = 24;
    private static final double INSTITUTION = 48;
    private static final double DAYS = 14;
    private static final double YEN = 26;

    @Override
    public void write(Paper paper, Letter letter, LetterTexts texts) {
        paper.title(TEXTS.text("exchange.costs.title"));
        paper.paragraph(TEXTS.text(
                "exchange.costs.opening",
                "name",
                letter.to().name(),
                "from",
                month(from),
                "to",
                month(to),
                "yen",
                yen(lines.stream().mapToLong(Line::yen).sum())));
        paper.table(new Grid(
                List.of(
                        new Column(TEXTS.text("exchange.costs.person"), NAME, Column.Align.LEFT),
                        new Column(TEXTS.text("exchange.costs.month"), MONTH, Column.Align.LEFT),
                        new Column(TEXTS.text("exchange.costs.kind"), KIND, Column.Align.LEFT),
                        new Column(TEXTS.text("exchange.costs.institution"), INSTITUTION, Column.Align.LEFT),
                        new Column(TEXTS.text("exchange.costs.days"), DAYS, Column.Align.RIGHT),
                        new Column(TEXTS.text("exchange.costs.yen"), YEN, Column.Align.RIGHT)),
                lines.stream().map(this::row).toList()));
        paper.note(TEXTS.text("exchange.costs.note"));
        ContactBlock.write(paper, letter.from(), texts);
    }

    private GridRow row(Line line) {
        var kind = line.isInpatient() ? "INPATIENT" : line.kind();
        return new GridRow(
                List.of(
                        names.getOrDefault(line.memberId(), ""),
                        month(line.month()),
                        TEXTS.text("exchange.costs.kind." + kind),
                        line.institution(),
                        Integer.toString(line.days()),
                        yen(line.yen())),
                false);
    }

    /// A month by the era, without its day.
    private static String month(YearMonth month) {
        var first = Era.format(month.atDay(1));
        return first.substring(0, first.lastIndexOf(TEXTS.text("exchange.costs.month.sign")) + 1);
    }

    private static String yen(long yen) {
        return "%,d".formatted(yen);
    }
}
