package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The list for people at the head of a section (セクションの説明文): the few results of `narrative.tsv` in words. Programs
/// never read it.
final class Narrative {

    private static final byte[] EMPTY = utf8("          <text/>\n");
    private static final byte[] START = utf8("          <text>\n            <list>\n");
    private static final byte[] ITEM = utf8("              <item>");
    private static final byte[] ITEM_END = utf8("</item>\n");
    private static final byte[] END = utf8("            </list>\n          </text>\n");
    private static final Set<String> ITEMS =
            Table.read("cda/narrative", Narrative.class.getResourceAsStream("narrative.tsv")).rows().stream()
                    .map(Row::key)
                    .collect(Collectors.toUnmodifiableSet());

    private final XmlBuffer out;
    private final Answers answers = Answers.shipped();

    Narrative(XmlBuffer out) {
        this.out = out;
    }

    /// Writes the text element of a section.
    ///
    /// @param examDate day by whose tables the codes get their words
    void write(List<Observation> results, LocalDate examDate) {
        var open = false;
        for (var result : results) {
            var words = ITEMS.contains(result.code()) ? words(result, examDate) : "";
            if (!words.isEmpty()) {
                out.at(result.code());
                if (!open) {
                    out.raw(START);
                }
                open = true;
                out.raw(ITEM).text(words).raw(ITEM_END);
            }
        }
        out.raw(open ? END : EMPTY);
    }

    private String words(Observation result, LocalDate examDate) {
        var item = result.item();
        var value = result.result();
        if (item == null || value == null || !result.state().isValue() || value.isRangeMark()) {
            return "";
        }
        var name = item.nameJa() + " ";
        if (value.type().equals("PQ")) {
            return name + value.text() + (item.unit().isEmpty() ? "" : " " + item.unit());
        }
        return answers.find(value.codeSystem(), value.text())
                .filter(row -> row.validity().includes(examDate))
                .map(row -> name + row.text("name_ja"))
                .orElse("");
    }
}
