package org.tsunagu.fhir.checkup;

import static org.tsunagu.fhir.checkup.Systems.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.WrittenValue;

/// Reads the results of a bundle in the order of its entries (検査・問診結果の読み取り): in which section and series each
/// stands, and the texts that are parts of another result.
final class ResultReader {

    private record Standing(String section, int group, String relation) {}

    private final BundleDocument document;
    private final ValueForm form;
    private final IdentityHashMap<Resource, String> sectionOf = new IdentityHashMap<>();
    private final IdentityHashMap<Resource, Standing> standings = new IdentityHashMap<>();
    private final Set<String> sections = new LinkedHashSet<>();
    private final List<org.tsunagu.checkupformat.document.Observation> results = new ArrayList<>();

    ResultReader(BundleDocument document) {
        this.document = document;
        this.form = new ValueForm(document);
    }

    List<org.tsunagu.checkupformat.document.Observation> observations() {
        return List.copyOf(results);
    }

    /// Reads everything; gives the sections in order.
    List<Field> read(Composition composition) {
        composition.getSection().forEach(this::section);
        series();
        for (var entry : document.bundle().getEntry()) {
            if (entry.getResource() instanceof Observation observation && !observation.hasHasMember()) {
                result(observation);
            }
        }
        return sections.stream().map(Field::of).toList();
    }

    private void section(SectionComponent section) {
        var code = Systems.code(section.getCode(), "SECTION");
        if (!Sections.isOfGuide(code)) {
            document.report("FHIR-SECTION", "", "actual", code.matches("[0-9]{1,5}") ? code : "-");
        }
        var cda = Sections.cda(code);
        for (var reference : section.getEntry()) {
            var observation = document.find(reference, Observation.class);
            if (observation != null) {
                sectionOf.putIfAbsent(observation, cda);
                sections.add(cda);
            }
        }
    }

    /// Numbers the series in the order of the entries and notes where their members stand.
    private void series() {
        var number = 0;
        for (var entry : document.bundle().getEntry()) {
            if (entry.getResource() instanceof Observation group && group.hasHasMember()) {
                number++;
                var section = sectionOf.get(group);
                for (var reference : group.getHasMember()) {
                    var member = document.find(reference, Observation.class);
                    if (member != null && section != null) {
                        standings.putIfAbsent(member, new Standing(section, number, relation(reference)));
                    }
                }
            }
        }
    }

    private static String relation(Reference member) {
        for (var extension : member.getExtension()) {
            if (Systems.is("RELATION", text(extension.getUrl())) && extension.hasValue()) {
                return text(extension.getValue().primitiveValue());
            }
        }
        return "COMP";
    }

    private void result(Observation observation) {
        var code = form.code(observation.getCode());
        var alone = sectionOf.get(observation);
        var standing = standings.get(observation);
        if (standing == null && alone != null) {
            standing = new Standing(alone, 0, "");
        }
        if (code.isEmpty()) {
            document.report("FHIR-ITEM", "");
        } else if (standing == null) {
            document.report("FHIR-UNREFERENCED", code);
        } else {
            add(code, observation, standing);
        }
    }

    private void add(String code, Observation observation, Standing standing) {
        var isNegated = Absence.isNotPerformed(observation.getDataAbsentReason());
        results.add(new org.tsunagu.checkupformat.document.Observation(
                standing.section(),
                code,
                document.items().lookUp(code),
                standing.group(),
                standing.relation(),
                isNegated,
                isNegated ? List.of() : form.values(code, observation),
                text(observation.getMethod().getCodingFirstRep().getCode()),
                form.interpretation(observation),
                form.range(code, observation),
                doctor(observation.getPerformer()),
                1,
                1));
        for (var component : observation.getComponent()) {
            component(component, standing);
        }
    }

    private void component(ObservationComponentComponent component, Standing standing) {
        var code = form.code(component.getCode());
        if (code.isEmpty()) {
            document.report("FHIR-ITEM", "");
            return;
        }
        var performers = new ArrayList<Reference>();
        component.getExtension().forEach(extension -> {
            if (Systems.is("COMPONENT-PERFORMER", text(extension.getUrl()))
                    && extension.getValue() instanceof Reference reference) {
                performers.add(reference);
            }
        });
        results.add(new org.tsunagu.checkupformat.document.Observation(
                standing.section(),
                code,
                document.items().lookUp(code),
                standing.group(),
                standing.relation(),
                false,
                values(form.value(code, component.getValue())),
                "",
                "",
                null,
                doctor(performers),
                1,
                1));
    }

    private static List<WrittenValue> values(@Nullable WrittenValue value) {
        return value == null ? List.of() : List.of(value);
    }

    private String doctor(List<Reference> performers) {
        for (var reference : performers) {
            var doctor = document.find(reference, Practitioner.class);
            if (doctor != null) {
                var name = doctor.getNameFirstRep();
                return name.hasText() ? name.getText() : text(name.getFamily()) + name.getGivenAsSingleString();
            }
        }
        return "";
    }
}
