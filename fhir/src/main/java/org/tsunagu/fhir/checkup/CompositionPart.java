package org.tsunagu.fhir.checkup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.codes.item.Answers;

/// The first entry of a bundle (文書構成情報): what the document is, and which results stand in which section.
final class CompositionPart {

    private static final String REPORT = "53576-5";
    private static final String REPORT_CATEGORIES = "1.2.392.200119.6.1001";
    private static final String PROGRAMMES = "1.2.392.200119.6.1002";

    private final Composition composition = new Composition();
    private final Parts parts;

    CompositionPart(Parts parts) {
        this.parts = parts;
        parts.add("composition", "Composition", composition);
    }

    void write(Header header, Map<String, List<Reference>> sections, Optional<Reference> doctor) {
        composition.addExtension(Systems.uri("VERSION"), new StringType("1.0"));
        composition.setStatus(CompositionStatus.FINAL).setTitle("健診結果報告書");
        composition.setType(new CodeableConcept(new Coding(Systems.uri("DOCUMENT-TYPE"), REPORT, "検診・健診報告書")));
        if (!header.category().isEmpty()) {
            composition.addCategory(named("CATEGORY", header.category().text(), REPORT_CATEGORIES));
        }
        composition.setSubject(parts.to("patient")).setEncounter(parts.to("encounter"));
        var created = Days.iso(header.created());
        if (!created.isEmpty()) {
            composition.setDateElement(new DateTimeType(created));
        }
        doctor.ifPresent(composition::addAuthor);
        composition.addAuthor(parts.to("author")).setCustodian(parts.to("author"));
        event(header);
        sections.forEach(this::section);
    }

    private void event(Header header) {
        var event = composition.addEvent();
        if (!header.programme().isEmpty()) {
            event.addCode(named("PROGRAMME", header.programme().text(), PROGRAMMES));
        }
        var period = PartyParts.period(header.examDate());
        if (!period.isEmpty()) {
            event.setPeriod(period);
        }
        event.addDetail(parts.to("encounter"));
    }

    private static CodeableConcept named(String use, String code, String oid) {
        var concept = Systems.concept(use, code);
        Answers.shipped()
                .find(oid, code)
                .ifPresent(row -> concept.getCodingFirstRep().setDisplay(row.text("name_ja")));
        return concept;
    }

    private void section(String code, List<Reference> entries) {
        var title = Sections.title(code);
        var section = composition.addSection().setTitle(title);
        section.setCode(new CodeableConcept(new Coding(Systems.uri("SECTION"), code, title)));
        section.getText().setStatus(NarrativeStatus.GENERATED);
        section.getText().setDivAsString("<div>%s %d件</div>".formatted(title, entries.size()));
        entries.forEach(section::addEntry);
    }
}
