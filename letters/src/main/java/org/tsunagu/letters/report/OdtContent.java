package org.tsunagu.letters.report;

import javax.xml.stream.XMLStreamException;

/// The text of an OpenDocument (ODTの本文), `content.xml`.
final class OdtContent {

    private final Report report;
    private final OdtXml xml = new OdtXml("office:document-content");

    private int tables;

    private OdtContent(Report report) throws XMLStreamException {
        this.report = report;
    }

    static byte[] of(Report report, String contents) throws XMLStreamException {
        var content = new OdtContent(report);
        content.automaticStyles();
        content.xml.open("office:body").open("office:text");
        content.xml.leaf("text:p", report.title(), "text:style-name", "Title");
        for (var line : report.cover()) {
            content.xml.leaf("text:p", line, "text:style-name", "Subtitle");
        }
        content.contents(contents);
        for (var block : report.blocks()) {
            content.block(block);
        }
        return content.xml.close().close().end();
    }

    private void automaticStyles() throws XMLStreamException {
        xml.open("office:automatic-styles");
        cell("Cell", "start", "normal");
        cell("Figure", "end", "normal");
        cell("Sum", "start", "bold");
        cell("SumFigure", "end", "bold");
        xml.open("style:style", "style:name", "Box", "style:family", "table-cell")
                .empty("style:table-cell-properties", "fo:border", "0.5pt solid #000000", "fo:padding", "0.8mm")
                .close();
        xml.open("style:style", "style:name", "Wide", "style:family", "table")
                .empty("style:table-properties", "style:width", "170mm", "table:align", "margins")
                .close();
        column("Narrow", "2*");
        column("Broad", "5*");
        xml.close();
    }

    private void column(String name, String width) throws XMLStreamException {
        xml.open("style:style", "style:name", name, "style:family", "table-column")
                .empty("style:table-column-properties", "style:rel-column-width", width)
                .close();
    }

    private void cell(String name, String align, String weight) throws XMLStreamException {
        xml.open("style:style", "style:name", name, "style:family", "paragraph", "style:parent-style-name", "Standard")
                .empty("style:paragraph-properties", "fo:text-align", align, "fo:margin-bottom", "0mm")
                .empty(
                        "style:text-properties",
                        "fo:font-size",
                        "9pt",
                        "style:font-size-asian",
                        "9pt",
                        "fo:font-weight",
                        weight,
                        "style:font-weight-asian",
                        weight)
                .close();
    }

    /// The page numbers come when the word processor brings the contents up to date.
    private void contents(String heading) throws XMLStreamException {
        xml.open("text:table-of-content", "text:name", heading, "text:protected", "false")
                .open("text:table-of-content-source", "text:outline-level", "4")
                .leaf("text:index-title-template", heading)
                .close()
                .open("text:index-body")
                .open("text:index-title", "text:name", heading + " 1")
                .leaf("text:p", heading, "text:style-name", "Caption")
                .close();
        for (var one : report.headings()) {
            xml.leaf("text:p", "　".repeat(one.level() - 1) + one.text(), "text:style-name", "Contents");
        }
        xml.close().close();
    }

    private void block(Block block) throws XMLStreamException {
        switch (block) {
            case Block.Heading heading -> {
                var level = Integer.toString(heading.level());
                xml.leaf(
                        "text:h",
                        heading.text(),
                        "text:style-name",
                        "Heading_20_" + level,
                        "text:outline-level",
                        level);
            }
            case Block.Paragraph paragraph -> xml.leaf("text:p", paragraph.text(), "text:style-name", "Text_20_body");
            case Block.Bullets bullets -> bullets(bullets);
            // The words stand for the picture: who edits the text puts a picture of their own there.
            case Block.Picture picture -> xml.leaf("text:p", picture.words(), "text:style-name", "Note");
            case Block.Note note -> xml.leaf("text:p", note.text(), "text:style-name", "Note");
            case Block.Table table -> table(table);
        }
    }

    private void bullets(Block.Bullets bullets) throws XMLStreamException {
        xml.open("text:list", "text:style-name", "Points");
        for (var point : bullets.points()) {
            xml.open("text:list-item")
                    .leaf("text:p", point, "text:style-name", "Text_20_body")
                    .close();
        }
        xml.close();
    }

    private void table(Block.Table table) throws XMLStreamException {
        if (!table.caption().isEmpty()) {
            xml.leaf("text:p", table.caption(), "text:style-name", "Caption");
        }
        tables++;
        xml.open("table:table", "table:name", "T" + tables, "table:style-name", "Wide");
        columns(table);
        if (table.hasHeadings()) {
            xml.open("table:table-header-rows");
            row(new Block.Row(table.headings(), true), false);
            xml.close();
        }
        for (var row : table.rows()) {
            row(row, table.isFigures());
        }
        xml.close();
        xml.leaf("text:p", "", "text:style-name", "Note");
    }

    /// The names of figures need more room than these, in a table of words it is the other way round.
    private void columns(Block.Table table) throws XMLStreamException {
        var others = table.headings().size() - 1;
        var isNarrow = !table.isFigures() && others == 1;
        xml.empty("table:table-column", "table:style-name", isNarrow ? "Narrow" : "Broad");
        xml.empty(
                "table:table-column",
                "table:style-name",
                table.isFigures() ? "Narrow" : "Broad",
                "table:number-columns-repeated",
                Integer.toString(others));
    }

    private void row(Block.Row row, boolean isFigures) throws XMLStreamException {
        xml.open("table:table-row");
        var name = row.isSum() ? "Sum" : "Cell";
        var figure = row.isSum() ? "SumFigure" : "Figure";
        for (var i = 0; i < row.cells().size(); i++) {
            xml.open("table:table-cell", "table:style-name", "Box", "office:value-type", "string")
                    .leaf("text:p", row.cells().get(i), "text:style-name", i > 0 && isFigures ? figure : name)
                    .close();
        }
        xml.close();
    }
}
