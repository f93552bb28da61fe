package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Items;

/// Writes the sections of a checkup document (セクション) with their results; results of one series (一連検査グループ) go
/// into one outer observation.
final class SectionWriter {

    private static final String SECTIONS = Markup.ROOT + "1010";
    private static final int ENTRY = 5;

    private static final byte[] START = utf8("      <component>\n        <section>\n          <code");
    private static final byte[] TITLE = utf8("          <title>");
    private static final byte[] TITLE_END = utf8("</title>\n");
    private static final byte[] END = utf8("        </section>\n      </component>\n");
    private static final byte[] ENTRY_START = utf8("          <entry>\n");
    private static final byte[] ENTRY_END = utf8("          </entry>\n");
    private static final byte[] GROUP_START = utf8("""
                        <observation classCode="OBS" moodCode="EVN">
                          <code nullFlavor="NA"/>
            """);
    private static final byte[] GROUP_END = utf8("            </observation>\n");
    private static final byte[] RELATION_START = utf8("              <entryRelationship typeCode=\"");
    private static final byte[] RELATION_OPEN = utf8("\">\n");
    private static final byte[] RELATION_END = utf8("              </entryRelationship>\n");

    private final XmlBuffer out;
    private final ObservationWriter observations;
    private final Narrative narrative;
    private final Map<String, String> titles = new HashMap<>();

    SectionWriter(XmlBuffer out, Items items) {
        this.out = out;
        this.observations = new ObservationWriter(out, items);
        this.narrative = new Narrative(out);
        Answers.shipped().of(SECTIONS).forEach(row -> titles.put(row.text("code"), row.text("name_ja")));
    }

    void write(CheckupDocument document) {
        Strict.require(!document.sections().isEmpty(), "structuredBody", "CHK-XML-003 no section");
        var examDate = document.header().examDay().orElseThrow();
        var rest = new ArrayList<>(document.observations());
        var codes = new ArrayList<String>();
        document.sections().forEach(section -> codes.add(Strict.code(section, "section/code")));
        for (var i = 0; i < codes.size(); i++) {
            var again = codes.subList(i + 1, codes.size()).contains(codes.get(i));
            section(codes.get(i), take(rest, codes.get(i), again), examDate);
        }
        Strict.require(rest.isEmpty(), "structuredBody", "CHK-XML-003 a result whose section is not in the document");
    }

    /// The results of a section. When the same section comes again in the document, only those that are next.
    private static List<Observation> take(List<Observation> rest, String section, boolean comesAgain) {
        var taken = new ArrayList<Observation>();
        var left = new ArrayList<Observation>(rest.size());
        for (var observation : rest) {
            var isNext = observation.section().equals(section) && (left.isEmpty() || !comesAgain);
            (isNext ? taken : left).add(observation);
        }
        rest.clear();
        rest.addAll(left);
        return taken;
    }

    private void section(String code, List<Observation> results, LocalDate examDate) {
        out.at("section/code");
        var title = titles.getOrDefault(code, "");
        out.raw(START).attribute(Markup.CODE, code).attribute(Markup.CODE_SYSTEM, SECTIONS);
        out.attribute(Markup.DISPLAY_NAME, title).raw(Markup.CLOSE_EMPTY);
        if (!title.isEmpty()) {
            out.raw(TITLE).text(title).raw(TITLE_END);
        }
        narrative.write(results, examDate);
        var groups = new HashSet<Integer>();
        for (var result : results) {
            if (result.group() == 0) {
                out.raw(ENTRY_START);
                observations.write(result, ENTRY + 1, examDate);
                out.raw(ENTRY_END);
            } else if (groups.add(result.group())) {
                group(result.group(), results, examDate);
            }
        }
        out.raw(END);
    }

    private void group(int number, List<Observation> results, LocalDate examDate) {
        out.raw(ENTRY_START).raw(GROUP_START);
        for (var result : results) {
            if (result.group() == number) {
                var relation = result.relation();
                Strict.require(
                        relation.equals("COMP") || relation.equals("RSON"),
                        result.code(),
                        "CHK-XML-003 a result of a series is COMP or RSON");
                out.raw(RELATION_START).text(relation).raw(RELATION_OPEN);
                observations.write(result, ENTRY + 3, examDate);
                out.raw(RELATION_END);
            }
        }
        out.raw(GROUP_END).raw(ENTRY_END);
    }
}
