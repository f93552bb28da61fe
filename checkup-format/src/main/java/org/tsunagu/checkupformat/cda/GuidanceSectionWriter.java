package org.tsunagu.checkupformat.cda;

import static org.tsunagu.checkupformat.cda.XmlBuffer.utf8;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.codes.item.Answers;

/// Writes the sections of a guidance document (保健指導のセクション) with their acts.
final class GuidanceSectionWriter {

    private static final String SECTIONS = Markup.ROOT + "1010";
    private static final String STAFF = Markup.ROOT + "3020";
    private static final String FORMS = Markup.ROOT + "24010";
    private static final int ACT = 6;
    private static final int FACILITY_DIGITS = 10;
    private static final Set<String> MOODS = Set.of("EVN", "INT", "APT", "ARQ", "DEF", "PRMS", "PRP", "RQO");
    private static final byte[] START = utf8("      <component>\n        <section>\n          <code");
    private static final byte[] TITLE = utf8("          <title>");
    private static final byte[] TITLE_END = utf8("</title>\n");
    private static final byte[] TEXT = utf8("          <text/>\n");
    private static final byte[] END = utf8("        </section>\n      </component>\n");
    private static final byte[] ENTRY_START = utf8("          <entry>\n");
    private static final byte[] ENTRY_END = utf8("          </entry>\n");
    private static final byte[] ACT_START = utf8("<act classCode=\"ACT\"");
    private static final byte[] ACT_END = utf8("            </act>\n");
    private static final byte[] NO_CODE = utf8("<code nullFlavor=\"NA\"/>");
    private static final byte[] PERFORMER_START = utf8("<performer>");
    private static final byte[] PERFORMER_END = utf8("</performer>");
    private static final byte[] ENTITY_START = utf8("<assignedEntity>");
    private static final byte[] ENTITY_END = utf8("</assignedEntity>");
    private static final byte[] ORGANIZATION_START = utf8("<representedOrganization>");
    private static final byte[] ORGANIZATION_END = utf8("</representedOrganization>");
    private static final byte[] NAME = utf8("<name>");
    private static final byte[] NAME_END = utf8("</name>\n");
    private static final byte[] TELECOM = utf8("<telecom");
    private static final byte[] ADDRESS = utf8("<addr>");
    private static final byte[] ADDRESS_END = utf8("</addr>\n");
    private static final byte[] POSTAL_CODE = utf8("<postalCode>");
    private static final byte[] POSTAL_CODE_END = utf8("</postalCode>");

    private final XmlBuffer out;
    private final GuidanceResultWriter results;
    private final Map<String, String> titles = new HashMap<>();

    GuidanceSectionWriter(XmlBuffer out) {
        this.out = out;
        this.results = new GuidanceResultWriter(out);
        Answers.shipped().of(SECTIONS).forEach(row -> titles.put(row.text("code"), row.text("name_ja")));
    }

    void write(GuidanceSection section) {
        var code = Strict.code(section.code(), "section/code");
        out.at("section/code");
        var title = titles.getOrDefault(code, "");
        out.raw(START).attribute(Markup.CODE, code).attribute(Markup.CODE_SYSTEM, SECTIONS);
        out.attribute(Markup.DISPLAY_NAME, title).raw(Markup.CLOSE_EMPTY);
        if (!title.isEmpty()) {
            out.raw(TITLE).text(title).raw(TITLE_END);
        }
        out.raw(TEXT);
        for (var act : section.acts()) {
            out.raw(ENTRY_START);
            act(act, code);
            out.raw(ENTRY_END);
        }
        out.raw(END);
    }

    private void act(GuidanceAct act, String section) {
        var place = section + "/act";
        Strict.require(MOODS.contains(act.mood()), place, "CHK-XML-003 an act is EVN or INT");
        out.at(place);
        out.indent(ACT).raw(ACT_START).attribute(GuidanceResultWriter.MOOD, act.mood());
        out.raw(Markup.CLOSE).newLine();
        form(act, place);
        if (!act.date().isEmpty() || !act.length().isEmpty()) {
            var date = act.date().isEmpty() ? "" : Strict.date(act.date(), place + "/effectiveTime");
            results.time(ACT + 1, date, act.length());
        }
        performer(act, place);
        act.results().forEach(result -> results.write(result, section, ACT + 1));
        out.raw(ACT_END);
    }

    private void form(GuidanceAct act, String place) {
        if (act.form().isEmpty()) {
            out.line(ACT + 1, NO_CODE);
        } else {
            coded(ACT + 1, Strict.code(act.form(), place + "/code"), act.formSystem(), FORMS);
        }
    }

    private void coded(int depth, String code, String system, String otherwise) {
        out.indent(depth).raw(Markup.CODE_ELEMENT).attribute(Markup.CODE, code);
        out.attribute(Markup.CODE_SYSTEM, Strict.oid(system.isEmpty() ? otherwise : system, out.place()));
        out.raw(Markup.CLOSE_EMPTY);
    }

    private void performer(GuidanceAct act, String place) {
        if (act.staff().isEmpty() && act.facility().equals(Organization.ABSENT)) {
            return;
        }
        var depth = ACT + 1;
        out.line(depth, PERFORMER_START).line(depth + 1, ENTITY_START).line(depth + 2, Markup.NO_ID);
        if (!act.staff().isEmpty()) {
            coded(depth + 2, Strict.code(act.staff(), place + "/performer/code"), act.staffSystem(), STAFF);
        }
        if (!act.facility().equals(Organization.ABSENT)) {
            facility(act.facility(), depth + 2, place + "/performer");
        }
        out.line(depth + 1, ENTITY_END).line(depth, PERFORMER_END);
    }

    private void facility(Organization facility, int depth, String place) {
        out.at(place);
        out.line(depth, ORGANIZATION_START);
        if (!facility.number().isEmpty()) {
            out.indent(depth + 1)
                    .raw(Markup.ID)
                    .attribute(Markup.EXTENSION, Strict.digits(facility.number(), FACILITY_DIGITS, place))
                    .attribute(Markup.ROOT_ATTRIBUTE, Markup.ROOT + "102")
                    .raw(Markup.CLOSE_EMPTY);
        }
        if (!facility.name().isEmpty()) {
            out.indent(depth + 1).raw(NAME).text(facility.name().text()).raw(NAME_END);
        }
        if (!facility.telecom().isEmpty()) {
            out.indent(depth + 1)
                    .raw(TELECOM)
                    .attribute(Markup.VALUE, facility.telecom().text());
            out.raw(Markup.CLOSE_EMPTY);
        }
        var postalCode = facility.address().postalCode();
        if (!facility.address().text().isEmpty() || !postalCode.isEmpty()) {
            out.indent(depth + 1).raw(ADDRESS).text(facility.address().text().text());
            if (!postalCode.isEmpty()) {
                out.raw(POSTAL_CODE).text(postalCode.text()).raw(POSTAL_CODE_END);
            }
            out.raw(ADDRESS_END);
        }
        out.line(depth, ORGANIZATION_END);
    }
}
