package org.tsunagu.app.analytics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.analytics.figures.FigureSheet;
import org.tsunagu.app.analytics.figures.Question;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.charts.Captions;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.letters.picture.PictureFile;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;
import org.tsunagu.letters.report.ReportPdf;

/// Writes figures as files (図表の書き出し); each says what it is, of whom, of which day and what is hidden.
@Component
class SheetFiles {

    private final Clock clock;

    SheetFiles(Clock clock) {
        this.clock = clock;
    }

    /// The forms a figure leaves in (ファイルの形式).
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PDF("application/pdf"),
        SVG("image/svg+xml"),
        PNG("image/png");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        static Optional<Format> find(String word) {
            return Arrays.stream(values())
                    .filter(format -> format.ending().equals(word))
                    .findFirst();
        }

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether it holds the table, and so is there without a chart.
        boolean isTable() {
            return this == CSV || this == XLSX || this == PDF;
        }
    }

    void write(Question question, FigureSheet sheet, Format format, HttpServletResponse response) throws IOException {
        var name = "%s-%s-%d.%s"
                .formatted(
                        question.measure().key().toLowerCase(Locale.ROOT),
                        question.view().word(),
                        question.year(),
                        format.ending());
        var notes = notes(sheet, question.language());
        if (format == Format.CSV) {
            try (var out = Csv.download(response, name)) {
                for (var line : Workbooks.lines(sheet, notes)) {
                    out.write(Csv.line(line));
                }
            }
            return;
        }
        response.setContentType(format.type);
        response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
        response.setHeader("Cache-Control", "no-store");
        var out = response.getOutputStream();
        switch (format) {
            case XLSX -> Workbooks.write(sheet, notes, out);
            case PDF -> pdf(sheet, notes, question.language(), out);
            case SVG -> out.write(picture(sheet, notes).getBytes(StandardCharsets.UTF_8));
            default -> PictureFile.png(picture(sheet, notes), out);
        }
    }

    /// The facts, each in one line with its certainty, then the notes.
    private static List<String> notes(FigureSheet sheet, Language language) {
        var words = new EnumMap<Certainty, String>(Certainty.class);
        for (var certainty : Certainty.values()) {
            words.put(certainty, Texts.in(language).text("ui.certainty." + certainty.name()));
        }
        var notes = new ArrayList<String>();
        sheet.facts().forEach(fact -> notes.add(fact.line(words)));
        notes.addAll(sheet.notes());
        return notes;
    }

    private void pdf(FigureSheet sheet, List<String> notes, Language language, OutputStream out) throws IOException {
        var blocks = new ArrayList<Block>();
        sheet.chart().ifPresent(chart -> blocks.add(new Block.Picture(chart.svg(), chart.sentence())));
        blocks.add(new Block.Table(
                "",
                sheet.headings(),
                sheet.rows().stream()
                        .map(row -> new Block.Row(row.cells(), false))
                        .toList(),
                true));
        notes.forEach(note -> blocks.add(new Block.Note(note)));
        ReportPdf.writeShort(
                new Report(
                        sheet.title(),
                        List.of(),
                        Actors.current().insurer().name(),
                        sheet.title(),
                        language.locale(),
                        clock.instant(),
                        blocks),
                out);
    }

    private static String picture(FigureSheet sheet, List<String> notes) {
        return Captions.below(sheet.chart().orElseThrow(), notes);
    }
}
