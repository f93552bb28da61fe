package org.tsunagu.checkupformat.cda;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.Items;

/// Reads the body of a checkup document (ボディ部): its sections and every observation in them, however deep in series.
final class BodyReader {

    private static final int USUAL_COUNT = 128;

    private final XmlCursor xml;
    private final Items items;
    private final int limit;
    private final TagCache<KnownTags.ItemCode> tags;
    private final ValueReader valueReader;
    private final List<Field> sections = new ArrayList<>(2);
    private final List<Observation> observations = new ArrayList<>(USUAL_COUNT);

    private String section = "";
    private int begun;
    private int groups;

    BodyReader(XmlCursor xml, Items items, int limit, KnownTags tags) {
        this.xml = xml;
        this.items = items;
        this.limit = limit;
        this.tags = tags.codes();
        this.valueReader = new ValueReader(xml, tags);
    }

    List<Field> sections() {
        return List.copyOf(sections);
    }

    List<Observation> observations() {
        return List.copyOf(observations);
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
        var outer = section;
        section = "";
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "code" -> {
                    section = xml.word("code");
                    sections.add(xml.at(section));
                }
                case "entry" -> entry();
                case "component" -> {
                    if (xml.find("section")) {
                        section();
                    }
                }
                default -> {}
            }
        }
        section = outer;
    }

    private void entry() throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "observation" -> observation(0, "");
                case "organizer", "act" -> {
                    var container = xml.depth();
                    while (xml.child(container)) {
                        related(0);
                    }
                }
                default -> {}
            }
        }
    }

    /// At a child of an observation, act or organizer that may hold further observations.
    private boolean related(int group) throws RefusedXml {
        var name = xml.name();
        if (!name.equals("entryRelationship") && !name.equals("component")) {
            return false;
        }
        var relation = group == 0 ? "" : xml.word("typeCode");
        var before = begun;
        var depth = xml.depth();
        while (xml.child(depth)) {
            if (xml.name().equals("observation")) {
                observation(group, relation);
            }
        }
        return begun > before;
    }

    private void observation(int group, String relation) throws RefusedXml {
        if (++begun > limit) {
            throw xml.refused("XML-ITEMS", "expected", String.valueOf(limit));
        }
        var draft = new ObservationDraft(xml.place(), xml.word("negationInd"), observations.size());
        var series = group;
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "code" -> draft.code(code());
                case "value" -> draft.add(valueReader.value());
                case "interpretationCode" -> draft.interpretation(xml.word("code"));
                case "methodCode" -> draft.method(xml.word("code"));
                case "referenceRange" -> draft.range(valueReader.range());
                case "author" -> draft.doctorName(doctorName());
                case "entryRelationship" -> {
                    series = series == 0 ? ++groups : series;
                    draft.holdsOthers(related(series));
                }
                default -> {}
            }
        }
        if (!draft.isOnlySeries()) {
            // A series is written before its members: the place was kept for an observation that has both.
            observations.add(draft.index(), draft.build(section, group, relation));
        }
    }

    private KnownTags.ItemCode code() throws RefusedXml {
        var known = xml.known(tags);
        if (known != null) {
            return known;
        }
        var code = xml.word("code");
        var isNotApplicable = code.isEmpty() && xml.word("nullFlavor").equals("NA");
        return xml.keep(tags, new KnownTags.ItemCode(code, items.lookUp(code), isNotApplicable));
    }

    private String doctorName() throws RefusedXml {
        return xml.find("assignedAuthor") && xml.find("assignedPerson") && xml.find("name")
                ? xml.content().text()
                : "";
    }
}
