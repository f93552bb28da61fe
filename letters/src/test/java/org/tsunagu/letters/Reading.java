package org.tsunagu.letters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/// A document as a screen reader meets it: the elements in order, and what each says.
final class Reading {

    private final List<String> types = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<COSDictionary, Map<Integer, String>> marks = new HashMap<>();

    Reading(PDDocument document) throws IOException {
        for (var page : document.getPages()) {
            marks.put(page.getCOSObject(), marks(page));
        }
        var root = document.getDocumentCatalog().getStructureTreeRoot();
        visit((COSDictionary) root.getCOSObject().getDictionaryObject(COSName.K), null);
    }

    private static Map<Integer, String> marks(PDPage page) throws IOException {
        var extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        var found = new HashMap<Integer, String>();
        for (var content : extractor.getMarkedContents()) {
            if (content.getMCID() >= 0) {
                found.put(content.getMCID(), text(content));
            }
        }
        return found;
    }

    private static String text(PDMarkedContent content) {
        var text = new StringBuilder();
        for (var part : content.getContents()) {
            if (part instanceof TextPosition position) {
                text.append(position.getUnicode());
            }
        }
        return text.toString();
    }

    private void visit(COSDictionary element, COSDictionary inherited) {
        types.add(element.getNameAsString(COSName.S));
        var page = element.getCOSDictionary(COSName.PG) == null ? inherited : element.getCOSDictionary(COSName.PG);
        var kids = (COSArray) element.getDictionaryObject(COSName.K);
        for (var i = 0; i < kids.size(); i++) {
            switch (kids.getObject(i)) {
                case COSInteger mark -> say(page, mark.intValue());
                case COSDictionary kid
                when kid.containsKey(COSName.MCID) -> say(kid.getCOSDictionary(COSName.PG), kid.getInt(COSName.MCID));
                case COSDictionary kid -> visit(kid, page);
                default -> throw new AssertionError(kids.getObject(i));
            }
        }
    }

    private void say(COSDictionary page, int mark) {
        text.append(marks.get(page).remove(mark)).append('\n');
    }

    List<String> types() {
        return types;
    }

    String text() {
        return text.toString();
    }

    /// Marks of pages that no element names, or names twice.
    int marksWithoutOwner() {
        return marks.values().stream().mapToInt(Map::size).sum() + (text.indexOf("null\n") < 0 ? 0 : 1);
    }
}
