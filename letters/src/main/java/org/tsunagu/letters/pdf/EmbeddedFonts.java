package org.tsunagu.letters.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Puts the used glyphs of the fonts into the file (フォントの埋め込み): PDFBox makes the subset, here its objects are
/// written out. It comes last, when all glyphs are known.
final class EmbeddedFonts {

    private static final int IN_ONE_BLOCK = 100;

    private final PdfFile file;

    EmbeddedFonts(PdfFile file) {
        this.file = file;
    }

    /// Writes every font that a page uses; gives their names and numbers, `/F0 7 0 R` and so on.
    String write(FontSet fonts) throws IOException {
        var named = new StringBuilder();
        for (var i = 0; i < fonts.count(); i++) {
            if (!fonts.used(i).isEmpty()) {
                var number = file.reserve();
                write(number, fonts, i);
                named.append("/F%d %d 0 R".formatted(i, number));
            }
        }
        return named.toString();
    }

    private void write(int number, FontSet fonts, int index) throws IOException {
        var used = fonts.used(index);
        try (var document = new PDDocument()) {
            var font = PDType0Font.load(document, fonts.font(index), true);
            used.values().forEach(font::addToSubset);
            font.subset();
            var dictionary = font.getCOSObject();
            dictionary.removeItem(COSName.TO_UNICODE);
            var unicode = file.reserve();
            file.stream(unicode, "", toUnicode(used).getBytes(StandardCharsets.US_ASCII));
            var body = text(dictionary);
            file.put(number, body.substring(0, body.length() - 2) + "/ToUnicode " + unicode + " 0 R>>");
        }
    }

    private String text(COSBase value) throws IOException {
        return switch (value) {
            case COSObject object -> text(object.getObject());
            case COSStream stream -> reference(stream);
            case COSDictionary dictionary -> {
                var text = new StringBuilder("<<");
                entries(dictionary, text);
                yield text.append(">>").toString();
            }
            case COSArray array -> {
                var text = new StringBuilder("[");
                for (var i = 0; i < array.size(); i++) {
                    text.append(nested(array.getObject(i))).append(' ');
                }
                yield text.append(']').toString();
            }
            default -> simple(value);
        };
    }

    private void entries(COSDictionary dictionary, StringBuilder text) throws IOException {
        for (var entry : dictionary.entrySet()) {
            text.append(simple(entry.getKey())).append(' ').append(nested(entry.getValue()));
        }
    }

    /// A dictionary with a type is an object of its own, as the standard wants it of font descriptors.
    private String nested(COSBase value) throws IOException {
        var target = value instanceof COSObject object ? object.getObject() : value;
        if (target instanceof COSDictionary dictionary
                && !(target instanceof COSStream)
                && dictionary.containsKey(COSName.TYPE)) {
            var number = file.reserve();
            file.put(number, text(dictionary));
            return number + " 0 R";
        }
        return text(target);
    }

    private String reference(COSStream stream) throws IOException {
        var number = file.reserve();
        var copy = new COSDictionary(stream);
        copy.removeItem(COSName.LENGTH);
        var entries = new StringBuilder();
        entries(copy, entries);
        try (var raw = stream.createRawInputStream()) {
            file.rawStream(number, entries.toString(), raw.readAllBytes());
        }
        return number + " 0 R";
    }

    private static String simple(COSBase value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        switch (value) {
            case COSName name -> name.writePDF(bytes);
            case COSInteger number -> number.writePDF(bytes);
            case COSFloat number -> number.writePDF(bytes);
            case COSBoolean flag -> flag.writePDF(bytes);
            case COSString string -> COSWriter.writeString(string, bytes);
            default -> throw new IllegalStateException("a font does not hold " + value.getClass());
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /// What is copied and searched is what was written: the font itself would name look-alikes for some glyphs.
    private static String toUnicode(Map<Integer, Integer> used) {
        var text = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var pairs = new TreeMap<>(used).entrySet().stream().toList();
        for (var i = 0; i < pairs.size(); i++) {
            if (i % IN_ONE_BLOCK == 0) {
                text.append(Math.min(IN_ONE_BLOCK, pairs.size() - i)).append(" beginbfchar\n");
            }
            text.append('<');
            Syntax.glyph(text, pairs.get(i).getKey());
            text.append("> <");
            Syntax.unicode(text, pairs.get(i).getValue());
            text.append(">\n");
            if (i % IN_ONE_BLOCK == IN_ONE_BLOCK - 1 || i == pairs.size() - 1) {
                text.append("endbfchar\n");
            }
        }
        return text.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
