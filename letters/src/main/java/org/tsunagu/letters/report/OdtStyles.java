package org.tsunagu.letters.report;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/// Looks, page and description of an OpenDocument (ODTの書式と文書情報), `styles.xml` and `meta.xml`.
final class OdtStyles {

    private static final String FONT = "BIZ UDPGothic";
    private static final List<String> SIZES = List.of("16pt", "13pt", "11.5pt", "11pt");

    private OdtStyles() {}

    static byte[] styles(Report report) throws XMLStreamException {
        var xml = new OdtXml("office:document-styles");
        xml.open("office:font-face-decls")
                .empty("style:font-face", "style:name", FONT, "svg:font-family", "'" + FONT + "'")
                .close()
                .open("office:styles");
        base(xml, report);
        paragraph(xml, "Title", "20pt", "bold", "center", "10mm");
        paragraph(xml, "Subtitle", "11.5pt", "normal", "center", "2mm");
        paragraph(xml, "Text_20_body", "10.5pt", "normal", "start", "2mm");
        paragraph(xml, "Contents", "10pt", "normal", "start", "0mm");
        paragraph(xml, "Caption", "10.5pt", "bold", "start", "1mm");
        paragraph(xml, "Note", "9pt", "normal", "start", "2mm");
        for (var i = 0; i < SIZES.size(); i++) {
            paragraph(xml, "Heading_20_" + (i + 1), SIZES.get(i), "bold", "start", "2mm");
        }
        xml.open("text:list-style", "style:name", "Points")
                .empty("text:list-level-style-bullet", "text:level", "1", "text:bullet-char", "・")
                .close();
        xml.close();
        page(xml, report);
        return xml.end();
    }

    private static void base(OdtXml xml, Report report) throws XMLStreamException {
        var language = report.language().getLanguage();
        var country = language.equals("ja") ? "JP" : "none";
        xml.open("style:default-style", "style:family", "paragraph")
                .empty(
                        "style:text-properties",
                        "style:font-name",
                        FONT,
                        "style:font-name-asian",
                        FONT,
                        "fo:language",
                        "en",
                        "fo:country",
                        "GB",
                        "style:language-asian",
                        language,
                        "style:country-asian",
                        country)
                .close()
                .empty("style:style", "style:name", "Standard", "style:family", "paragraph", "style:class", "text");
    }

    private static void paragraph(OdtXml xml, String name, String size, String weight, String align, String after)
            throws XMLStreamException {
        xml.open(
                        "style:style",
                        "style:name",
                        name,
                        "style:display-name",
                        name.replace("_20_", " "),
                        "style:family",
                        "paragraph",
                        "style:parent-style-name",
                        "Standard",
                        "style:class",
                        "text")
                .empty(
                        "style:paragraph-properties",
                        "fo:text-align",
                        align,
                        "fo:margin-bottom",
                        after,
                        "fo:keep-with-next",
                        weight.equals("bold") ? "always" : "auto")
                .empty(
                        "style:text-properties",
                        "fo:font-size",
                        size,
                        "style:font-size-asian",
                        size,
                        "fo:font-weight",
                        weight,
                        "style:font-weight-asian",
                        weight)
                .close();
    }

    private static void page(OdtXml xml, Report report) throws XMLStreamException {
        xml.open("office:automatic-styles")
                .open("style:page-layout", "style:name", "A4")
                .empty(
                        "style:page-layout-properties",
                        "fo:page-width",
                        "210mm",
                        "fo:page-height",
                        "297mm",
                        "fo:margin-top",
                        "20mm",
                        "fo:margin-bottom",
                        "15mm",
                        "fo:margin-left",
                        "20mm",
                        "fo:margin-right",
                        "20mm")
                .empty("style:footer-style")
                .close()
                .close()
                .open("office:master-styles")
                .open("style:master-page", "style:name", "Standard", "style:page-layout-name", "A4")
                .open("style:footer")
                .open("text:p", "text:style-name", "Note")
                .text(report.author() + "　" + report.foot() + "　")
                .leaf("text:page-number", "1", "text:select-page", "current")
                .close()
                .close()
                .close()
                .close();
    }

    static byte[] meta(Report report) throws XMLStreamException {
        return new OdtXml("office:document-meta")
                .open("office:meta")
                .leaf("meta:generator", "Tsunagu")
                .leaf("dc:title", report.title())
                .leaf("meta:initial-creator", report.author())
                .leaf("dc:creator", report.author())
                .leaf("meta:creation-date", report.created().toString())
                .leaf("dc:date", report.created().toString())
                .leaf("dc:language", report.language().toLanguageTag())
                .close()
                .end();
    }
}
