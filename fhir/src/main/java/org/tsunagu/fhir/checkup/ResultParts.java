package org.tsunagu.fhir.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;

/// Writes the results of a document in their order (検査・問診結果), and remembers which section of the guide each
/// belongs to. Results of a series stand in no section themselves: the series does.
final class ResultParts {

    private final Parts parts;
    private final ResultForm form;
    private final PartyParts people;
    private final CheckupDocument document;
    private final Findings texts;
    private final Map<Integer, org.hl7.fhir.r4.model.Observation> series = new HashMap<>();
    private final Map<String, List<Reference>> sections = new LinkedHashMap<>();

    ResultParts(Parts parts, ResultForm form, PartyParts people, CheckupDocument document) {
        this.parts = parts;
        this.form = form;
        this.people = people;
        this.document = document;
        this.texts = new Findings(document.observations());
    }

    /// References of every section of the guide, in the order of the document.
    Map<String, List<Reference>> write() {
        for (var section : document.sections()) {
            sections.putIfAbsent(Sections.of(section.text(), false).key(), new ArrayList<>());
            sections.putIfAbsent(Sections.of(section.text(), true).key(), new ArrayList<>());
        }
        var results = document.observations();
        for (var i = 0; i < results.size(); i++) {
            if (!texts.isPartOfAnother(i)) {
                write(i, results.get(i));
            }
        }
        sections.values().removeIf(List::isEmpty);
        return sections;
    }

    private void write(int index, Observation result) {
        var group = result.group() == 0 ? null : series(result);
        var observation = form.of(result, document.header());
        if (!result.negated()) {
            observation.setSubject(parts.to("patient"));
        }
        for (var text : texts.of(index)) {
            form.addText(observation, text, text.doctorName().isEmpty() ? null : people.doctor(text.doctorName()));
        }
        if (!result.doctorName().isEmpty() && form.carriesDoctor(result)) {
            observation.addPerformer(people.doctor(result.doctorName()));
        }
        var reference = parts.add("result/" + index, "Observation", observation);
        if (group == null) {
            entries(result.section(), Sections.isQuestion(result)).add(reference);
        } else {
            var member = reference.copy();
            member.addExtension(Systems.uri("RELATION"), new CodeType(result.relation()));
            group.addHasMember(member);
        }
    }

    /// The series of a result, written before the first of its members.
    private org.hl7.fhir.r4.model.Observation series(Observation result) {
        var known = series.get(result.group());
        if (known != null) {
            return known;
        }
        var members = document.observations().stream()
                .filter(other -> other.group() == result.group())
                .toList();
        var group = new org.hl7.fhir.r4.model.Observation().setStatus(ObservationStatus.FINAL);
        Groups.of(members)
                .ifPresentOrElse(
                        row -> group.setCode(
                                Systems.concept("GROUP", row.text("code")).setText(row.text("name_ja"))),
                        () -> group.getCode().setText("一連検査"));
        group.setSubject(parts.to("patient"));
        var day = Days.iso(document.header().examDate());
        if (!day.isEmpty()) {
            group.setEffective(new DateTimeType(day));
        }
        var reference = parts.add("series/" + result.group(), "ObservationGroup", group);
        entries(result.section(), false).add(reference);
        series.put(result.group(), group);
        return group;
    }

    private List<Reference> entries(String section, boolean isQuestion) {
        return sections.computeIfAbsent(Sections.of(section, isQuestion).key(), code -> new ArrayList<>());
    }
}
