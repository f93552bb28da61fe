package org.tsunagu.letters.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/// The fonts of one run (フォント一式): each character in the first font that has it, widths looked up once.
public final class FontSet implements Closeable {

    private static final double POINTS = 72 / 25.4;
    private static final int THOUSAND = 1000;
    private static final int MISSING = '〓';
    /// All writing lies before: planes 0 to 3.
    private static final int WRITING_END = 0x40000;

    private static final Glyph NONE = new Glyph(0, 0, 0);
    private static final List<FontFile> FILES = List.of(FontFile.REGULAR, FontFile.BOLD, FontFile.FALLBACK);

    private final List<TrueTypeFont> fonts = new ArrayList<>();
    private final List<CmapLookup> maps = new ArrayList<>();
    private final @Nullable Glyph[] regular = new Glyph[WRITING_END];
    private final @Nullable Glyph[] bold = new Glyph[WRITING_END];
    private final List<Map<Integer, Integer>> used = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    private final Map<Face, Integer> digits = new EnumMap<>(Face.class);

    /// Reads the fonts.
    public FontSet() throws IOException {
        for (var file : FILES) {
            var font = file.parse();
            fonts.add(font);
            maps.add(font.getUnicodeCmapLookup());
        }
        for (var face : Face.values()) {
            digits.put(face, widestDigit(face));
        }
    }

    private int widestDigit(Face face) {
        return "0123456789"
                .chars()
                .map(digit -> glyph(face, digit).orElseThrow().width())
                .max()
                .orElseThrow();
    }

    /// Whether some font has a character; if not, 〓 stands in its place (印刷できる文字か).
    public boolean has(int character) {
        return glyph(Face.REGULAR, character).isPresent();
    }

    /// How wide one character is, in millimetres.
    public double width(Face face, double points, boolean isTabular, int character) {
        return advance(face, isTabular, character) * points / THOUSAND / POINTS;
    }

    /// How wide a text is in one line, in millimetres.
    public double width(Face face, double points, boolean isTabular, String text) {
        var sum = 0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            sum += advance(face, isTabular, text.codePointAt(i));
        }
        return sum * points / THOUSAND / POINTS;
    }

    /// How wide a text is in one line, in parts of the font size.
    double advance(Face face, String text) {
        return text.codePoints().map(character -> of(face, character).width()).sum() / (double) THOUSAND;
    }

    /// The shape of a text that begins at the origin, upside down as pictures have it (文字の輪郭).
    Path2D outline(Face face, String text, double size) {
        var whole = new Path2D.Double(Path2D.WIND_NON_ZERO);
        var x = 0.0;
        for (var character : text.codePoints().toArray()) {
            var glyph = of(face, character);
            var unit = size / unitsPerEm(glyph.font());
            var place = new AffineTransform(unit, 0, 0, -unit, x, 0);
            whole.append(shape(glyph).getPathIterator(place), false);
            x += glyph.width() * size / THOUSAND;
        }
        return whole;
    }

    private int unitsPerEm(int font) {
        try {
            return fonts.get(font).getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path2D shape(Glyph glyph) {
        try {
            var data = fonts.get(glyph.font()).getGlyph().getGlyph(glyph.id());
            return data == null ? new Path2D.Double() : data.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int advance(Face face, boolean isTabular, int character) {
        return isTabular && isDigit(character)
                ? digitWidth(face)
                : of(face, character).width();
    }

    /// In BIZ UDPGothic the digit 1 is narrower than the others; columns need all alike.
    int digitWidth(Face face) {
        return digits.getOrDefault(face, 0);
    }

    static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /// The glyph of a character, or of the mark that stands for one that no font has.
    Glyph of(Face face, int character) {
        return glyph(face, character).or(() -> glyph(face, MISSING)).orElseThrow();
    }

    private Optional<Glyph> glyph(Face face, int character) {
        var cache = face == Face.BOLD ? bold : regular;
        if (character >= WRITING_END) {
            return find(face, character);
        }
        var glyph = cache[character];
        if (glyph == null) {
            glyph = find(face, character).orElse(NONE);
            cache[character] = glyph;
        }
        return glyph.id() == NONE.id() ? Optional.empty() : Optional.of(glyph);
    }

    private Optional<Glyph> find(Face face, int character) {
        var first = face == Face.BOLD ? FontFile.BOLD : FontFile.REGULAR;
        for (var font : List.of(FILES.indexOf(first), FILES.indexOf(FontFile.FALLBACK))) {
            var id = maps.get(font).getGlyphId(character);
            if (id != 0) {
                return Optional.of(new Glyph(font, id, width(font, id)));
            }
        }
        return Optional.empty();
    }

    private int width(int font, int id) {
        try {
            return Math.round((float) fonts.get(font).getAdvanceWidth(id)
                    * THOUSAND
                    / fonts.get(font).getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes that a glyph stands in the document, for the subset and for the text that is copied from it.
    void use(Glyph glyph, int character) {
        used.get(glyph.font()).putIfAbsent(glyph.id(), character);
    }

    int count() {
        return fonts.size();
    }

    TrueTypeFont font(int index) {
        return fonts.get(index);
    }

    /// The characters written in a font, by glyph.
    Map<Integer, Integer> used(int font) {
        return used.get(font);
    }

    @Override
    public void close() throws IOException {
        for (var font : fonts) {
            font.close();
        }
    }
}
