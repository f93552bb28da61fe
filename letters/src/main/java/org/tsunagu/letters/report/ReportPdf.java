package org.tsunagu.letters.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.letters.layout.Column;
import org.tsunagu.letters.layout.Furniture;
import org.tsunagu.letters.layout.Grid;
import org.tsunagu.letters.layout.GridRow;
import org.tsunagu.letters.layout.Paper;
import org.tsunagu.letters.pdf.LetterPdf;
import org.tsunagu.letters.pdf.Sheets;
import org.tsunagu.letters.text.Printable;

/// Writes a [Report] as PDF (計画書のPDF): cover with contents, page numbers, fonts inside, tagged for
/// reading aloud.
public final class ReportPdf {

    private static final double COVER_TOP = 60;
    private static final double SHORT_TOP = 25;
    private static final double WIDTH = 170;
    private static final double NAME = 50;
    private static final double NARROW_NAME = 20;
    private static final int MANY_COLUMNS = 8;

    private final Report report;
    private final String contents;

    private ReportPdf(Report report, String contents) {
        this.report = report;
        this.contents = contents;
    }

    /// Writes it to a stream, which stays open.
    ///
    /// @param contents heading of the table of contents (目次)
    public static void write(Report report, String contents, OutputStream out) throws IOException {
        var description =
                new LetterPdf.Description(report.title(), report.author(), report.language(), report.created());
        try (var pdf = new LetterPdf(out, description)) {
            var writer = new ReportPdf(report, contents);
            // Set twice: only then it is known on which page a heading stands.
            var places = writer.set(new Sheets(pdf.fonts()), List.of());
            var sheets = new Sheets(pdf.fonts());
            writer.set(sheets, places);
            Furniture.write(sheets, Printable.line(report.author()), "", Printable.line(report.foot()));
            pdf.add(sheets);
        }
    }

    /// Writes a short one without cover and contents (通知文): title and cover lines stand above the text.
    public static void writeShort(Report report, OutputStream out) throws IOException {
        var description =
                new LetterPdf.Description(report.title(), report.author(), report.language(), report.created());
        try (var pdf = new LetterPdf(out, description)) {
            var sheets = new Sheets(pdf.fonts());
            sheets.turn();
            var paper = new Paper(sheets, SHORT_TOP);
            paper.title(Printable.line(report.title()));
            report.cover().forEach(line -> paper.paragraph(Printable.line(line)));
            report.blocks().forEach(block -> block(block, paper));
            Furniture.write(sheets, Printable.line(report.author()), "", Printable.line(report.foot()));
            pdf.add(sheets);
        }
    }

    /// Sets everything; gives the pages of the headings.
    ///
    /// @param places pages of the headings; empty while nobody knows
    private List<Integer> set(Sheets sheets, List<Integer> places) {
        sheets.turn();
        var paper = new Paper(sheets, COVER_TOP);
        paper.title(Printable.line(report.title()));
        report.cover().forEach(line -> paper.centred(Printable.line(line)));
        paper.turn();
        contents(paper, places);
        paper.turn();
        var pages = new ArrayList<Integer>();
        for (var block : report.blocks()) {
            block(block, paper);
            if (block instanceof Block.Heading) {
                pages.add(sheets.pages().size());
            }
        }
        return pages;
    }

    private void contents(Paper paper, List<Integer> places) {
        paper.strong(contents);
        var entries = new ArrayList<Paper.Entry>();
        for (var heading : report.headings()) {
            var page = entries.size() < places.size() ? Integer.toString(places.get(entries.size())) : "";
            entries.add(new Paper.Entry(heading.level(), Printable.line(heading.text()), page));
        }
        paper.contents(entries);
    }

    private static void block(Block block, Paper paper) {
        switch (block) {
            case Block.Heading heading -> paper.heading(heading.level(), Printable.line(heading.text()));
            case Block.Paragraph paragraph -> paper.paragraph(paragraph.text());
            case Block.Bullets bullets -> paper.list(bullets.points());
            case Block.Note note -> paper.note(note.text());
            case Block.Picture picture -> paper.picture(picture.svg(), picture.words());
            case Block.Table table -> table(table, paper);
        }
    }

    private static double nameWidth(Block.Table table, int columns) {
        if (columns > MANY_COLUMNS) {
            return NARROW_NAME;
        }
        return table.isFigures() ? NAME : Math.min(NAME, WIDTH / columns);
    }

    private static void table(Block.Table table, Paper paper) {
        if (!table.caption().isEmpty()) {
            paper.caption(table.caption());
        }
        var columns = new ArrayList<Column>();
        var count = table.headings().size();
        var name = nameWidth(table, count);
        for (var i = 0; i < count; i++) {
            columns.add(new Column(
                    table.headings().get(i),
                    i == 0 ? name : (WIDTH - name) / (count - 1),
                    i > 0 && table.isFigures() ? Column.Align.RIGHT : Column.Align.LEFT));
        }
        paper.table(new Grid(
                columns,
                table.rows().stream()
                        .map(row -> new GridRow(row.cells(), row.isSum()))
                        .toList()));
        paper.gap(2);
    }
}
