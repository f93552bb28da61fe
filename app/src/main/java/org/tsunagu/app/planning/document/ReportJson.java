package org.tsunagu.app.planning.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;
import tools.jackson.databind.json.JsonMapper;

/// A document as the database keeps it (計画書の保存形式).
final class ReportJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addMixIn(Block.class, Kinds.class).build();

    private ReportJson() {}

    /// The names of the kinds of blocks in the file.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
        @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Block.Bullets.class, name = "bullets"),
        @JsonSubTypes.Type(value = Block.Note.class, name = "note"),
        @JsonSubTypes.Type(value = Block.Table.class, name = "table")
    })
    private interface Kinds {}

    static String write(Report report) {
        return MAPPER.writeValueAsString(report);
    }

    static Report read(String json) {
        return MAPPER.readValue(json, Report.class);
    }
}
