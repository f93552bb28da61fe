package org.tsunagu.letters.layout;

import java.util.List;
import org.tsunagu.letters.pdf.FontSet;
import org.tsunagu.letters.pdf.Sheet;
import org.tsunagu.letters.pdf.Sheets;
import org.tsunagu.letters.pdf.SvgReader;
import org.tsunagu.letters.pdf.Tag;
import org.tsunagu.letters.pdf.Type;
import org.tsunagu.letters.text.Kinsoku;
import org.tsunagu.letters.text.LineBreaker;
import org.tsunagu.letters.text.Printable;

/// The body of one letter, written from top to bottom (本文): paragraphs, headings and tables turn the page
/// themselves.
public final class Paper {

    static final double LEFT = 20;
    static final double TEXT_WIDTH = 170;
    static final Type BODY = Type.regular(11.5);
    static final double POINT = 25.4 / 72;

    private static final Type SMALL = Type.regular(10);
    private static final Type NOTE = Type.regular(9);
    private static final Type TITLE = Type.bold(17);
    private static final Type HEADING = Type.bold(13);
    private static final List<Type> LEVELS = List.of(Type.bold(16), HEADING, Type.bold(11.5), Type.bold(11));
    private static final int LOWEST = 6;
    private static final double TOP = 20;
    private static final double BOTTOM = 280;
    private static final double LEADING = 1.55;
    private static final double ASCENT = 1.05;
    private static final int KEPT_LINES = 4;
    private static final double AFTER = 2.2;
    private static final double BULLET = 5;
    private static final double BEFORE_CHAPTER = 8;
    private static final double CHAPTER_ROOM = 70;
    private static final double CAPTION_ROOM = 50;
    private static final double HIGHEST_PICTURE = 180;
    private static final double BARS = 10;
    private static final double BARCODE_WIDTH = 80;

    private final Sheets sheets;
    private final FontSet fonts;

    private double y;

    /// A letter whose body begins on its first page at a height.
    public Paper(Sheets sheets, double top) {
        this.sheets = sheets;
        this.fonts = sheets.fonts();
        this.y = top;
    }

    /// The title of the letter (表題), in the middle.
    public void title(String text) {
        var tag = sheets.root().add(Tag.of("H1"));
        for (var line : lines(text, TITLE, TEXT_WIDTH)) {
            var room = TEXT_WIDTH - fonts.width(TITLE.face(), TITLE.points(), false, line);
            line(line, LEFT + room / 2, TITLE, tag);
        }
        gap(AFTER * 2);
    }

    /// A line in the middle (中央揃えの行), as on a cover.
    public void centred(String text) {
        var tag = sheets.root().add(Tag.of("P"));
        for (var line : lines(text, BODY, TEXT_WIDTH)) {
            line(line, LEFT + (TEXT_WIDTH - fonts.width(BODY.face(), BODY.points(), false, line)) / 2, BODY, tag);
        }
        gap(AFTER);
    }

    /// A heading (見出し); it never stands alone at the foot of a page.
    public void heading(String text) {
        gap(AFTER);
        need(4 * height(HEADING));
        var tag = sheets.root().add(Tag.of("H2"));
        sheets.pages().getLast().beginArtifact();
        sheets.pages().getLast().fill(LEFT, y + 1, 1.5, height(HEADING) - 2, 0);
        sheets.pages().getLast().end();
        for (var line : lines(text, HEADING, TEXT_WIDTH - AFTER * 2)) {
            line(line, LEFT + AFTER * 2, HEADING, tag);
        }
        gap(1);
    }

    /// A heading of a long document (章・節の見出し), 1 for a chapter; it never stands alone at the foot of a
    /// page.
    public void heading(int level, String text) {
        var type = LEVELS.get(Math.min(level, LEVELS.size()) - 1);
        gap(level == 1 ? BEFORE_CHAPTER : AFTER);
        need(level == 1 ? CHAPTER_ROOM : 4 * height(type));
        var tag = sheets.root().add(Tag.of("H" + Math.min(level + 1, LOWEST)));
        for (var line : lines(text, type, TEXT_WIDTH)) {
            line(line, LEFT, type, tag);
        }
        gap(1);
    }

    /// A line of a table of contents (目次の行).
    ///
    /// @param level 1 for a chapter
    /// @param end what stands at the right end, a page number
    public record Entry(int level, String text, String end) {}

    /// A table of contents (目次).
    public void contents(List<Entry> entries) {
        var list = sheets.root().add(Tag.of("TOC"));
        for (var entry : entries) {
            var tag = list.add(Tag.of("TOCI"));
            var left = LEFT + (entry.level() - 1) * BULLET;
            var lines = lines(entry.text(), SMALL, TEXT_WIDTH - (left - LEFT) - 2 * BULLET);
            keep(lines.size(), SMALL);
            var at = baseline(SMALL);
            lines.forEach(line -> line(line, left, SMALL, tag));
            var sheet = sheets.begin(tag);
            var width = fonts.width(SMALL.face(), SMALL.points(), false, entry.end());
            sheet.text(entry.end(), LEFT + TEXT_WIDTH - width, at, SMALL);
            sheet.end();
        }
    }

    /// Begins a new page (改ページ).
    public void turn() {
        sheets.turn();
        y = TOP;
    }

    /// A paragraph (段落); nothing for the empty text.
    public void paragraph(String text) {
        write(text, BODY, sheets.root().add(Tag.of("P")));
        gap(AFTER);
    }

    /// What a table is called (表の題); it never stands alone at the foot of a page.
    public void caption(String text) {
        need(CAPTION_ROOM);
        strong(text);
    }

    /// A paragraph that must not be overlooked (強調).
    public void strong(String text) {
        write(text, Type.bold(BODY.points()), sheets.root().add(Tag.of("P")));
        gap(AFTER);
    }

    /// A note in small type (注).
    public void note(String text) {
        write(text, NOTE, sheets.root().add(Tag.of("P")));
        gap(1);
    }

    /// A list (箇条書き).
    public void list(List<String> points) {
        list(points, BODY);
    }

    /// A list in smaller type, for what is there to look up (小さな箇条書き).
    public void smallList(List<String> points) {
        list(points, SMALL);
    }

    private void list(List<String> points, Type type) {
        var list = sheets.root().add(Tag.of("L"));
        for (var point : points) {
            var tag = list.add(Tag.of("LI")).add(Tag.of("LBody"));
            var lines = lines(point, type, TEXT_WIDTH - BULLET);
            keep(lines.size(), type);
            var sheet = sheets.begin(tag);
            sheet.text("・", LEFT, baseline(type), type);
            sheet.end();
            lines.forEach(line -> line(line, LEFT + BULLET, type, tag));
        }
        gap(AFTER);
    }

    /// A number as barcode (バーコード), with its figures below.
    ///
    /// @param content visible ASCII
    /// @param words what it is, for a screen reader
    public void barcode(String content, String words) {
        need(BARS + height(SMALL) + AFTER);
        var tag = sheets.root().add(Tag.figure(words));
        var sheet = sheets.begin(tag);
        Barcode.serial(content, new Profile.Area(LEFT, y, BARCODE_WIDTH, BARS), sheet);
        sheet.text(content, LEFT, y + BARS + ASCENT * SMALL.points() * POINT, SMALL);
        sheet.end();
        y += BARS + height(SMALL);
        gap(AFTER);
    }

    /// A picture (図), as wide as the text or smaller where it would not fit on a page.
    ///
    /// @param svg as `charts` has drawn it
    /// @param words what a screen reader says instead
    public void picture(String svg, String words) {
        var drawing = SvgReader.read(svg, fonts);
        var width = Math.min(TEXT_WIDTH, HIGHEST_PICTURE * drawing.width() / drawing.height());
        need(width * drawing.height() / drawing.width() + AFTER);
        var sheet = sheets.begin(sheets.root().add(Tag.figure(words)));
        y += sheet.draw(drawing, LEFT, y, width);
        sheet.end();
        gap(AFTER);
    }

    /// Empty room.
    public void gap(double millimetres) {
        y += millimetres;
    }

    /// A table.
    public void table(Grid grid) {
        new GridWriter(this, grid).write(sheets.root().add(Tag.of("Table")));
        gap(AFTER);
    }

    private void write(String text, Type type, Tag tag) {
        var lines = lines(text, type, TEXT_WIDTH);
        keep(lines.size(), type);
        lines.forEach(line -> line(line, LEFT, type, tag));
    }

    /// A few lines are never torn apart by the end of a page.
    private void keep(int lines, Type type) {
        need(Math.min(lines, KEPT_LINES) * height(type));
    }

    private double baseline(Type type) {
        return y + ASCENT * type.points() * POINT;
    }

    private void line(String line, double x, Type type, Tag tag) {
        need(height(type));
        var sheet = sheets.begin(tag);
        sheet.text(line, x, baseline(type), type);
        sheet.end();
        y += height(type);
    }

    /// Lines of cleaned text.
    List<String> lines(String text, Type type, double room) {
        return new LineBreaker(
                        Kinsoku.shipped(),
                        character -> fonts.width(type.face(), type.points(), type.isTabular(), character))
                .lines(Printable.lines(text), room);
    }

    static double height(Type type) {
        return type.points() * POINT * LEADING;
    }

    /// Turns the page unless there is so much room; tells whether it turned.
    boolean need(double millimetres) {
        if (y + millimetres <= BOTTOM) {
            return false;
        }
        sheets.turn();
        y = TOP;
        return true;
    }

    double y() {
        return y;
    }

    Sheets sheets() {
        return sheets;
    }

    FontSet fonts() {
        return fonts;
    }

    Sheet sheet() {
        return sheets.pages().getLast();
    }
}
