package org.tsunagu.letters.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.layout.Column;
import org.tsunagu.letters.layout.Grid;
import org.tsunagu.letters.layout.GridRow;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.band.Band;

/// The results of this year beside those of earlier years (検査結果の表).
final class ResultTable {

    private static final int MOST_EARLIER = 2;
    private static final int DOCTOR_VISIT = 2;
    private static final double WIDTH = 170;
    private static final double NOW_WIDTH = 20;
    private static final double MARK_WIDTH = 33;
    private static final double REFERENCE_WIDTH = 24;
    private static final double EARLIER_WIDTH = 24;

    private final CheckupNotice notice;
    private final LetterTexts texts;
    private final ReasonTexts reasons;
    private final List<YearResult> earlier;

    ResultTable(CheckupNotice notice, LetterTexts texts) {
        this.notice = notice;
        this.texts = texts;
        this.reasons = ReasonTexts.in(texts.locale());
        this.earlier = notice.earlier().stream().limit(MOST_EARLIER).toList();
    }

    Grid grid() {
        var columns = new ArrayList<>(List.of(
                new Column(texts.text("results.item"), itemWidth(), Column.Align.LEFT),
                new Column(texts.text("results.now"), NOW_WIDTH, Column.Align.RIGHT),
                new Column(texts.text("results.mark"), MARK_WIDTH, Column.Align.LEFT),
                new Column(texts.text("results.reference"), REFERENCE_WIDTH, Column.Align.RIGHT)));
        for (var before : earlier) {
            var date = texts.date(before.examinee().examDate());
            columns.add(
                    new Column(texts.text("results.before", Map.of("date", date)), EARLIER_WIDTH, Column.Align.RIGHT));
        }
        var current = notice.current().examinee();
        var rows = NoticeItems.of(current).stream()
                .flatMap(variable -> row(variable).stream())
                .toList();
        return new Grid(columns, rows);
    }

    private double itemWidth() {
        return WIDTH - NOW_WIDTH - MARK_WIDTH - REFERENCE_WIDTH - earlier.size() * EARLIER_WIDTH;
    }

    /// A row, unless no year has the item.
    private Optional<GridRow> row(String variable) {
        var band = band(variable, notice.judgement());
        var now = band.map(Band::value)
                .map(value -> bandValue(value, band.orElseThrow()))
                .or(() -> value(variable, notice.current()));
        var before = earlier.stream().map(year -> value(variable, year)).toList();
        if (now.isEmpty() && before.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        var unit = NoticeItems.unit(variable);
        var name = LetterTexts.capitalised(reasons.variable(variable));
        var cells = new ArrayList<>(List.of(
                unit.isEmpty() ? name : texts.text("results.name", Map.of("name", name, "unit", unit)),
                now.orElse(texts.text("results.none")),
                band.map(this::mark).orElse(""),
                reference(variable)));
        before.forEach(value -> cells.add(value.orElse(texts.text("results.none"))));
        return Optional.of(new GridRow(
                cells, band.filter(one -> one.band() == DOCTOR_VISIT).isPresent()));
    }

    private String mark(Band band) {
        var mark = texts.text("mark." + band.band());
        return band.reason().basis().certainty().mustBeShown()
                ? texts.text("mark.uncertain", Map.of("mark", mark))
                : mark;
    }

    private static Optional<Band> band(String variable, Judgement judgement) {
        return judgement.bands().stream()
                .filter(band -> variable.equals(band.reason().facts().get("variable")))
                .findFirst();
    }

    /// The value a judgement used; a mark above or below the range is said in words.
    private String bandValue(String value, Band band) {
        var item = Items.shipped().find(band.itemCode());
        return item.map(one -> shown(one, notice.current().values().get(one)))
                .filter(text -> !text.isEmpty())
                .orElse(value);
    }

    private Optional<String> value(String variable, YearResult year) {
        return NoticeItems.items(variable)
                .map(item -> shown(item, year.values().get(item)))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /// Empty for an item that is not there.
    private String shown(Item item, ItemValue value) {
        return switch (value.state()) {
            case MEASURED -> answer(item, value.text());
            case ABOVE_RANGE, BELOW_RANGE ->
                (value.text() + texts.text("state." + value.state().word())).strip();
            case NOT_PERFORMED, NOT_MEASURABLE ->
                texts.text("state." + value.state().word());
            case EMPTY, ABSENT -> "";
        };
    }

    private String answer(Item item, String text) {
        var column = texts.text("answers.column");
        return Answers.shipped()
                .find(item.codeSystem(), text)
                .map(row -> row.text(column))
                .orElse(text);
    }

    private String reference(String variable) {
        return NoticeItems.signs(variable, notice.current().examinee(), texts.text("answers.column"))
                .or(() -> NoticeItems.reference(variable, notice.current().examinee())
                        .map(limit -> texts.text("reference." + limit.operator(), Map.of("value", limit.value()))))
                .orElse("");
    }
}
