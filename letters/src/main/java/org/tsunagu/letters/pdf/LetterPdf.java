package org.tsunagu.letters.pdf;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One PDF of any number of letters (通知PDF), written letter by letter: tagged, with title and language, fonts last.
public final class LetterPdf implements Closeable {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String A4 = "/MediaBox[0 0 595.276 841.89]";

    private final PdfFile file;
    private final FontSet fonts = new FontSet();
    private final Description description;
    private final int resources;
    private final List<Integer> letters = new ArrayList<>();
    private final List<Integer> sections = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final int pageRoot;
    private final int document;

    private int pages;

    /// What a viewer and a screen reader are told of the whole file (文書情報).
    public record Description(String title, String author, Locale language, Instant created) {}

    /// Begins a file; the stream stays open afterwards.
    public LetterPdf(OutputStream out, Description description) throws IOException {
        this.file = new PdfFile(out);
        this.description = description;
        this.pageRoot = file.reserveShared();
        this.document = file.reserveShared();
        this.resources = file.reserveShared();
    }

    /// The fonts all letters of this file are written with.
    public FontSet fonts() {
        return fonts;
    }

    /// Pages written so far.
    public int pages() {
        return pages;
    }

    /// Writes a letter that is whole.
    public void add(Sheets letter) throws IOException {
        var node = file.reserve();
        var sheets = letter.pages();
        var numbers = sheets.stream().map(sheet -> file.reserve()).toList();
        for (var i = 0; i < sheets.size(); i++) {
            page(sheets.get(i), numbers.get(i), node, pages + i);
        }
        var kids = references(numbers);
        file.put(node, "<</Type/Pages/Parent %d 0 R/Count %d/Kids[%s]>>".formatted(pageRoot, numbers.size(), kids));
        letters.add(node);
        sections.add(new Structure(file, letter, numbers, parents).write(document));
        pages += sheets.size();
        file.settle();
    }

    private void page(Sheet sheet, int number, int parent, int index) throws IOException {
        var content = file.reserve();
        file.stream(content, "", sheet.content().getBytes(StandardCharsets.US_ASCII));
        file.put(
                number,
                "<</Type/Page/Parent %d 0 R%s/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S>>"
                        .formatted(parent, A4, resources, content, index));
    }

    /// Writes fonts, reading order and index. Without a letter there is one empty page: no PDF has none.
    @Override
    public void close() throws IOException {
        if (letters.isEmpty()) {
            var empty = new Sheets(fonts);
            empty.turn();
            add(empty);
        }
        file.put(resources, "<</Font<<%s>>>>".formatted(new EmbeddedFonts(file).write(fonts)));
        fonts.close();
        file.put(pageRoot, "<</Type/Pages/Count %d/Kids[%s]>>".formatted(pages, references(letters)));
        file.finish(catalog(structure()), information());
    }

    private int structure() throws IOException {
        var root = file.reserve();
        file.put(document, "<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>".formatted(root, references(sections)));
        var tree = new StringBuilder();
        for (var i = 0; i < parents.size(); i++) {
            tree.append(i).append(' ').append(parents.get(i)).append(" 0 R ");
        }
        file.put(
                root,
                "<</Type/StructTreeRoot/K %d 0 R/ParentTreeNextKey %d/ParentTree<</Nums[%s]>>>>"
                        .formatted(document, parents.size(), tree));
        return root;
    }

    private int catalog(int structure) throws IOException {
        var metadata = file.reserve();
        file.stream(metadata, "/Type/Metadata/Subtype/XML", xmp().getBytes(StandardCharsets.UTF_8));
        var number = file.reserve();
        file.put(
                number,
                "<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang(%s)/Metadata %d 0 R/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>"
                        .formatted(pageRoot, structure, description.language().toLanguageTag(), metadata));
        return number;
    }

    private int information() throws IOException {
        var number = file.reserve();
        var date = DATE.format(description.created());
        file.put(
                number,
                "<</Title%s/Author%s/Creator(Tsunagu)/CreationDate(%s)/ModDate(%s)>>"
                        .formatted(Syntax.text(description.title()), Syntax.text(description.author()), date, date));
        return number;
    }

    private String xmp() {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <xmp:CreateDate>%s</xmp:CreateDate>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="r"?>
                """.formatted(
                        escaped(description.title()),
                        description.language().toLanguageTag(),
                        escaped(description.author()),
                        description.created());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String references(List<Integer> numbers) {
        var text = new StringBuilder();
        numbers.forEach(number -> text.append(number).append(" 0 R "));
        return text.toString().strip();
    }
}
