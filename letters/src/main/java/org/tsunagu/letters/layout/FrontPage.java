package org.tsunagu.letters.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.letters.layout.Profile.Area;
import org.tsunagu.letters.pdf.Sheet;
import org.tsunagu.letters.pdf.Sheets;
import org.tsunagu.letters.pdf.Tag;
import org.tsunagu.letters.pdf.Type;
import org.tsunagu.letters.text.Kinsoku;
import org.tsunagu.letters.text.LineBreaker;
import org.tsunagu.letters.text.Printable;

/// The upper part of the first page (宛名と差出人): the address in the window, the sender beside it, codes and fold marks.
public final class FrontPage {

    private static final double ADDRESS_SIZE = 11;
    private static final double NAME_SIZE = 14;
    private static final double LEAST_SIZE = 7.5;
    private static final double STEP = 0.5;
    private static final double LEADING = 1.3;
    private static final double ASCENT = 0.95;
    private static final double SENDER_SIZE = 9.5;
    private static final int MOST_LINES = 2;
    private static final double QUIET_ZONE = 5;

    private final Sheets sheets;
    private final Profile profile;

    /// The first page of a letter, which is turned already.
    public FrontPage(Sheets sheets, Profile profile) {
        this.sheets = sheets;
        this.profile = profile;
    }

    private record Placed(String text, Type type) {

        double height() {
            return type.points() * Paper.POINT * LEADING;
        }
    }

    /// Writes the address. Each line shrinks until it fits, then it takes two lines; nothing is ever cut.
    ///
    /// @return whether it fits into the window; if not, nothing is written
    public boolean address(String postalCode, List<String> lines, String name) {
        var placed = new ArrayList<Placed>();
        placed.add(new Placed(
                Printable.line(postalCode), Type.regular(ADDRESS_SIZE).tabular()));
        var all = new ArrayList<Optional<List<Placed>>>();
        lines.stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> all.add(fitted(line, Type.regular(ADDRESS_SIZE))));
        // Never bold: a rare character from the other font would stand out in a name.
        all.add(fitted(name, Type.regular(NAME_SIZE)));
        if (all.stream().anyMatch(Optional::isEmpty)) {
            return false;
        }
        all.forEach(one -> placed.addAll(one.orElseThrow()));
        if (placed.stream().mapToDouble(Placed::height).sum()
                > profile.address().height()) {
            return false;
        }
        var y = profile.address().y();
        var tag = sheets.root().add(Tag.of("P"));
        for (var line : placed) {
            y = write(line, profile.address().x(), y, tag);
        }
        return true;
    }

    private Optional<List<Placed>> fitted(String text, Type type) {
        var clean = Printable.line(text).strip();
        var room = profile.address().width();
        for (var points = type.points(); points >= LEAST_SIZE; points -= STEP) {
            if (sheets.fonts().width(type.face(), points, false, clean) <= room) {
                return Optional.of(List.of(new Placed(clean, type.sized(points))));
            }
        }
        var least = type.sized(LEAST_SIZE);
        var lines = new LineBreaker(
                        Kinsoku.shipped(),
                        character -> sheets.fonts().width(least.face(), LEAST_SIZE, false, character))
                .lines(clean, room);
        return lines.size() > MOST_LINES
                ? Optional.empty()
                : Optional.of(
                        lines.stream().map(line -> new Placed(line, least)).toList());
    }

    /// Writes date, insurer and contact, one line each; a long line breaks.
    public void sender(List<String> lines) {
        var y = profile.sender().y();
        var tag = sheets.root().add(Tag.of("P"));
        var type = Type.regular(SENDER_SIZE);
        var breaker = new LineBreaker(
                Kinsoku.shipped(), character -> sheets.fonts().width(type.face(), type.points(), false, character));
        for (var line : lines) {
            for (var part : breaker.lines(Printable.line(line), profile.sender().width())) {
                y = write(new Placed(part, type), profile.sender().x(), y, tag);
            }
        }
    }

    private double write(Placed line, double x, double y, Tag tag) {
        var sheet = sheets.begin(tag);
        sheet.text(line.text(), x, y + ASCENT * line.type().points() * Paper.POINT, line.type());
        sheet.end();
        return y + line.height();
    }

    /// Writes the serial number as barcode and figures, inside the window.
    public void serial(String serial) {
        var area = profile.barcode();
        var sheet = sheet();
        sheet.beginArtifact();
        Barcode.serial(serial, new Area(area.x(), area.y(), area.width() - QUIET_ZONE, area.height() - 3), sheet);
        sheet.text(serial, area.x(), area.y() + area.height(), Type.regular(7).tabular());
        sheet.end();
    }

    /// Draws the QR code of a page about this letter beside the title.
    ///
    /// @param words what it is, for a screen reader and printed below
    public void link(String address, String words) {
        var area = new Area(173, profile.bodyTop() - 22, 17, 17);
        var tag = sheets.root().add(Tag.figure(words));
        var sheet = sheets.begin(tag);
        Barcode.link(address, area, sheet);
        var type = Type.regular(7);
        var width = sheets.fonts().width(type.face(), type.points(), false, words);
        sheet.text(words, Paper.LEFT + Paper.TEXT_WIDTH - Math.min(width, Paper.TEXT_WIDTH), area.y() + 20, type);
        sheet.end();
    }

    /// Draws the fold marks at the left edge.
    public void folds() {
        var sheet = sheet();
        sheet.beginArtifact();
        profile.folds().forEach(fold -> sheet.line(4, fold, 8, fold, STEP));
        sheet.end();
    }

    private Sheet sheet() {
        return sheets.pages().getFirst();
    }
}
