package org.tsunagu.checkupformat.cda;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.WrittenValue;

/// Reads the body of a guidance document (保健指導のボディ部): sections, their acts, and every result in them, however deep.
/// An act within an act follows it; a result in no act gets one of its own.
final class GuidanceBodyReader {

    private static final String DONE = "EVN";
    private static final String TARGET = "GOL";
    private static final String PLANNED = "INT";

    private final XmlCursor xml;
    private final int limit;
    private final TagCache<String> codes;
    private final ValueReader values;
    private final PartyReader parties;
    private final List<GuidanceSection> sections = new ArrayList<>();
    private int begun;

    GuidanceBodyReader(XmlCursor xml, int limit, KnownTags tags) {
        this.xml = xml;
        this.limit = limit;
        this.codes = tags.guidanceCodes();
        this.values = new ValueReader(xml, tags);
        this.parties = new PartyReader(xml);
    }

    List<GuidanceSection> sections() {
        return List.copyOf(sections);
    }

    /// At `component` of `ClinicalDocument`.
    void read() throws RefusedXml {
        if (!xml.find("structuredBody")) {
            return;
        }
        var depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("component") && xml.find("section")) {
                section();
            }
        }
    }

    private void section() throws RefusedXml {
        var code = Field.ABSENT;
        var acts = new ArrayList<GuidanceAct>();
        var place = sections.size();
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "code" -> code = code.isEmpty() ? xml.at(xml.word("code")) : code;
                case "entry" -> entry(acts);
                case "component" -> {
                    if (xml.find("section")) {
                        section();
                    }
                }
                default -> {}
            }
        }
        if (!code.isEmpty() || !acts.isEmpty()) {
            sections.add(place, new GuidanceSection(code, List.copyOf(acts)));
        }
    }

    private void entry(List<GuidanceAct> acts) throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            part(acts);
        }
    }

    /// At a child of an entry: an act, or results without one.
    private void part(List<GuidanceAct> acts) throws RefusedXml {
        switch (xml.name()) {
            case "act" -> act(acts);
            case "organizer" -> {
                var draft = new Draft(xml, DONE);
                children(draft, acts);
            }
            case "observation" -> {
                var mood = xml.word("moodCode");
                var draft = new Draft(xml, mood.equals(TARGET) ? PLANNED : mood);
                observation(draft.results);
                acts.add(draft.build());
            }
            default -> {}
        }
    }

    private void act(List<GuidanceAct> acts) throws RefusedXml {
        children(new Draft(xml, xml.word("moodCode")), acts);
    }

    private void children(Draft draft, List<GuidanceAct> acts) throws RefusedXml {
        var place = acts.size();
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "code" -> draft.form();
                case "effectiveTime" -> time(draft);
                case "performer" -> performer(draft);
                case "entryRelationship", "component" -> related(draft, acts);
                default -> {}
            }
        }
        acts.add(place, draft.build());
    }

    private void related(Draft draft, List<GuidanceAct> acts) throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "observation" -> observation(draft.results);
                case "organizer" -> {
                    var inner = xml.depth();
                    while (xml.child(inner)) {
                        related(draft, acts);
                    }
                }
                default -> part(acts);
            }
        }
    }

    /// The day of an act, and its minutes where they stand there.
    private void time(Draft draft) throws RefusedXml {
        var date = written(xml.field("value"));
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "low", "high" -> date = date.isEmpty() ? written(xml.field("value")) : date;
                case "width" -> draft.length = length();
                default -> {}
            }
        }
        draft.date = draft.date.isEmpty() ? date : draft.date;
    }

    private void performer(Draft draft) throws RefusedXml {
        if (!xml.find("assignedEntity")) {
            return;
        }
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "code" -> draft.staff();
                case "representedOrganization" -> draft.facility(parties.organization());
                default -> {}
            }
        }
    }

    private void observation(List<GuidanceResult> results) throws RefusedXml {
        if (++begun > limit) {
            throw xml.refused("XML-ITEMS", "expected", String.valueOf(limit));
        }
        var place = xml.at("");
        var negation = xml.word("negationInd");
        var negated = negation.equals("true") || negation.equals("1");
        var mood = xml.word("moodCode");
        var code = "";
        var length = Length.NONE;
        List<WrittenValue> written = List.of();
        var index = results.size();
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "code" -> code = code.isEmpty() ? code() : code;
                case "effectiveTime" -> length = xml.find("width") ? length() : length;
                case "value" -> written = and(written, values.value());
                case "entryRelationship" -> inner(results);
                default -> {}
            }
        }
        var isOnlyHolder = code.isEmpty() && written.isEmpty() && length.isEmpty();
        if (!isOnlyHolder) {
            results.add(index, new GuidanceResult(code, mood, negated, length, written, place.line(), place.column()));
        }
    }

    private void inner(List<GuidanceResult> results) throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("observation")) {
                observation(results);
            }
        }
    }

    private static List<WrittenValue> and(List<WrittenValue> values, WrittenValue value) {
        if (values.isEmpty()) {
            return List.of(value);
        }
        var more = new ArrayList<>(values);
        more.add(value);
        return List.copyOf(more);
    }

    private String code() throws RefusedXml {
        var known = xml.known(codes);
        return known == null ? xml.keep(codes, xml.word("code")) : known;
    }

    private Length length() throws RefusedXml {
        var length = new Length(xml.word("value"), xml.word("unit"));
        return length.isEmpty() ? Length.NONE : length;
    }

    private static Field written(Field field) {
        return field.isEmpty() ? Field.ABSENT : field;
    }

    /// An act while it is being read (読み取り中の実施単位).
    private static final class Draft {
        private final XmlCursor xml;
        private final String mood;
        private final Field place;
        private final List<GuidanceResult> results = new ArrayList<>();
        private Field form = Field.ABSENT;
        private String formSystem = "";
        private Field date = Field.ABSENT;
        private Length length = Length.NONE;
        private Field staff = Field.ABSENT;
        private String staffSystem = "";
        private Organization facility = Organization.ABSENT;

        Draft(XmlCursor xml, String mood) {
            this.xml = xml;
            this.mood = mood;
            this.place = xml.at("");
        }

        private void form() throws RefusedXml {
            if (form.isEmpty() && !xml.word("code").isEmpty()) {
                form = xml.at(xml.word("code"));
                formSystem = xml.word("codeSystem");
            }
        }

        private void staff() throws RefusedXml {
            if (staff.isEmpty() && !xml.word("code").isEmpty()) {
                staff = xml.at(xml.word("code"));
                staffSystem = xml.word("codeSystem");
            }
        }

        private void facility(Organization written) {
            facility = facility.equals(Organization.ABSENT) ? written : facility;
        }

        private GuidanceAct build() {
            return new GuidanceAct(
                    mood,
                    form,
                    formSystem,
                    date,
                    length,
                    staff,
                    staffSystem,
                    facility,
                    List.copyOf(results),
                    place.line(),
                    place.column());
        }
    }
}
