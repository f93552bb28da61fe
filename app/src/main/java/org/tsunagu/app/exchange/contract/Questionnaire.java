package org.tsunagu.app.exchange.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.layout.Column;
import org.tsunagu.letters.layout.Grid;
import org.tsunagu.letters.layout.GridRow;
import org.tsunagu.letters.layout.Paper;
import org.tsunagu.letters.report.Block;

/// The questionnaire of an employer's checkup with the numbers by which the insurer finds its member
/// (保険者番号・記号・番号の
/// 記載欄を設けた問診票).
///
/// @param person what is known of is filled in; empty for a blank sheet
record Questionnaire(String insurerNumber, Optional<Member> person, LocalDate day) implements Body {

    private static final Texts TEXTS = Texts.in(Language.JAPANESE);
    private static final Table QUESTIONS =
            Table.read("exchange/questions", Questionnaire.class.getResourceAsStream("questions.tsv"));
    private static final double LABEL = 45;
    private static final double CONTENT = 125;
    private static final double NUMBER = 10;
    private static final double QUESTION = 90;
    private static final double ANSWERS = 70;

    private record Line(String label, String text) {}

    private List<Line> head() {
        var lines = new ArrayList<Line>();
        lines.add(line("insurer_number", insurerNumber));
        lines.add(line("symbol", person.map(one -> one.number().symbol()).orElse("")));
        lines.add(line("number", person.map(one -> one.number().number()).orElse("")));
        lines.add(line("branch", person.map(one -> one.number().branch()).orElse("")));
        lines.add(line("kana", person.map(Member::kana).orElse("")));
        lines.add(line("name", person.map(Member::name).orElse("")));
        lines.add(line("birth", person.map(one -> Era.format(one.birth())).orElse("")));
        lines.add(line(
                "sex",
                person.map(one -> TEXTS.text(
                                "exchange.questionnaire.sex." + one.sex().code()))
                        .orElse(TEXTS.text("exchange.questionnaire.sex"))));
        return lines;
    }

    private static Line line(String key, String text) {
        return new Line(TEXTS.text("exchange.questionnaire.field." + key), text);
    }

    private List<Row> questions() {
        return QUESTIONS.on(day);
    }

    private static String mark(Row row) {
        return row.text("required").equals("true") ? TEXTS.text("exchange.questionnaire.required") : "";
    }

    /// The sheet as parts of a document.
    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Table(
                TEXTS.text("exchange.questionnaire.head"),
                List.of("", ""),
                head().stream()
                        .map(line -> new Block.Row(List.of(line.label(), line.text()), false))
                        .toList(),
                false));
        blocks.add(new Block.Table(
                TEXTS.text("exchange.questionnaire.questions"),
                headings(),
                cells().stream().map(cells -> new Block.Row(cells, false)).toList(),
                false));
        blocks.add(new Block.Note(TEXTS.text("exchange.questionnaire.note")));
        return blocks;
    }

    private static List<String> headings() {
        return List.of(
                TEXTS.text("exchange.questionnaire.no"),
                TEXTS.text("exchange.questionnaire.question"),
                TEXTS.text("exchange.questionnaire.answer"));
    }

    private List<List<String>> cells() {
        return questions().stream()
                .map(row -> List.of(row.key().substring(1), row.text("question") + mark(row), row.text("answers")))
                .toList();
    }

    @Override
    public void write(Paper paper, Letter letter, LetterTexts texts) {
        paper.title(TEXTS.text("exchange.questionnaire.title"));
        paper.table(new Grid(
                List.of(
                        new Column(TEXTS.text("exchange.questionnaire.head"), LABEL, Column.Align.LEFT),
                        new Column(TEXTS.text("exchange.questionnaire.content"), CONTENT, Column.Align.LEFT)),
                head().stream()
                        .map(line -> new GridRow(List.of(line.label(), line.text()), false))
                        .toList()));
        var headings = headings();
        paper.table(new Grid(
                List.of(
                        new Column(headings.getFirst(), NUMBER, Column.Align.LEFT),
                        new Column(headings.get(1), QUESTION, Column.Align.LEFT),
                        new Column(headings.getLast(), ANSWERS, Column.Align.LEFT)),
                cells().stream().map(cells -> new GridRow(cells, false)).toList()));
        paper.note(TEXTS.text("exchange.questionnaire.note"));
        paper.barcode(letter.serial(), TEXTS.text("exchange.questionnaire.barcode"));
    }
}
