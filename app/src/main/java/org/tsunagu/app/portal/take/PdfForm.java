package org.tsunagu.app.portal.take;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.letters.Addressee;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Column;
import org.tsunagu.letters.layout.Grid;
import org.tsunagu.letters.layout.GridRow;
import org.tsunagu.letters.layout.Paper;
import org.tsunagu.letters.layout.Profile;

/// All of it to read and to print (PDF): tables and charts, as a letter to oneself.
@Component
class PdfForm implements Form {

    private static final double WIDTH = 170;

    @Override
    public String key() {
        return "pdf";
    }

    @Override
    public String fileName() {
        return "my-data.pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public void write(Taken taken, Language language, OutputStream out) throws IOException {
        var member = taken.checked().member();
        var insurer = taken.insurer().name();
        var settings = new RunSettings(
                "my-data",
                insurer,
                language.locale(),
                Profile.of("NAGA3"),
                taken.at().toInstant());
        try (var run = new LetterRun(out, settings)) {
            run.add(new Letter(
                    "M-%d".formatted(member.id().value()),
                    new Addressee(member.postalCode(), List.of(member.address()), member.name()),
                    new Sender(insurer, "", "", List.of(), "", ""),
                    taken.today(),
                    Optional.empty(),
                    new OwnBody(taken, language)));
        }
    }

    private record OwnBody(Taken taken, Language language) implements Body {

        @Override
        public void write(Paper paper, Letter letter, LetterTexts letterTexts) {
            var texts = Texts.in(language);
            paper.title(texts.text("portal.take.title"));
            paper.paragraph(texts.text(
                    "portal.take.opening",
                    "name",
                    letter.to().name(),
                    "insurer",
                    letter.from().name(),
                    "day",
                    letterTexts.date(letter.date())));
            for (var sheet : Sheets.of(taken, language)) {
                paper.heading(sheet.title(texts));
                if (sheet.rows().isEmpty()) {
                    paper.paragraph(texts.text("portal.take.none"));
                } else {
                    paper.table(grid(sheet, texts));
                }
            }
            var charts = taken.checked().results().charts(language.locale());
            if (!charts.isEmpty()) {
                paper.heading(texts.text("portal.take.charts"));
                charts.values().forEach(chart -> paper.picture(chart.svg(), chart.sentence()));
            }
            paper.heading(texts.text("portal.take.left.title"));
            paper.list(Sheets.left(taken, taken.today(), texts));
        }

        private static Grid grid(Sheets.Sheet sheet, Texts texts) {
            var headings = sheet.headings(texts);
            var width = WIDTH / headings.size();
            return new Grid(
                    headings.stream()
                            .map(heading -> new Column(heading, width, Column.Align.LEFT))
                            .toList(),
                    sheet.rows().stream().map(row -> new GridRow(row, false)).toList());
        }
    }
}
