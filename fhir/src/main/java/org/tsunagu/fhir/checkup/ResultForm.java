package org.tsunagu.fhir.checkup;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Row;

/// The form of one result in the guide (検査結果の書き方): number, code, text, not performed, not measurable, outside the
/// input range.
final class ResultForm {

    private final Items items;
    private final Answers answers = Answers.shipped();

    ResultForm(Items items) {
        this.items = items;
    }

    org.hl7.fhir.r4.model.Observation of(Observation result, Header header) {
        var observation = new org.hl7.fhir.r4.model.Observation().setStatus(ObservationStatus.FINAL);
        observation.addCategory(
                Systems.concept("OBSERVATION-CATEGORY", Sections.isQuestion(result) ? "social-history" : "laboratory"));
        observation.setCode(code(result.code(), result.item()));
        if (result.negated()) {
            return observation.setStatus(ObservationStatus.CANCELLED).setDataAbsentReason(Absence.notPerformed());
        }
        var value = result.result();
        if (value != null && !value.nullFlavor().isEmpty()) {
            observation.setStatus(ObservationStatus.CANCELLED).setDataAbsentReason(Absence.concept(value.nullFlavor()));
        } else {
            value(observation, result, header);
        }
        if (!result.method().isEmpty()) {
            observation.setMethod(Systems.concept("METHOD", result.method()));
        }
        if (result.range() != null) {
            range(observation, result.range(), result.item());
        }
        return observation;
    }

    /// Whether a result may name a doctor: in the guide one without a value may not.
    boolean carriesDoctor(Observation result) {
        var value = result.result();
        return !result.negated() && (value == null || value.nullFlavor().isEmpty());
    }

    /// The text of a finding as a part of the result it belongs to.
    void addText(org.hl7.fhir.r4.model.Observation observation, Observation text, @Nullable Reference doctor) {
        var component = observation.addComponent().setCode(code(text.code(), text.item()));
        component.setValue(new StringType(text.values().getFirst().text()));
        if (doctor != null) {
            component.addExtension(Systems.uri("COMPONENT-PERFORMER"), doctor);
        }
    }

    private static CodeableConcept code(String code, @Nullable Item item) {
        return new CodeableConcept(new Coding(Systems.uri("ITEM"), code, item == null ? null : item.nameJa()));
    }

    private void value(org.hl7.fhir.r4.model.Observation observation, Observation result, Header header) {
        var day = Days.iso(header.examDate());
        if (!day.isEmpty()) {
            observation.setEffective(new DateTimeType(day));
        }
        for (var value : result.values()) {
            if (value.isRangeMark()) {
                observation.addInterpretation(Systems.concept("INTERPRETATION", value.text() + "X"));
            }
        }
        var value = result.result();
        if (value != null && !value.isRangeMark() && !value.text().isEmpty()) {
            value(observation, value, result.item(), header);
        }
        if (!result.interpretation().isEmpty()) {
            observation.addInterpretation(Systems.concept("INTERPRETATION", result.interpretation()));
        }
    }

    private void value(
            org.hl7.fhir.r4.model.Observation observation, WrittenValue value, @Nullable Item item, Header header) {
        var number = value.type().equals("PQ") ? value.number() : null;
        if (number != null) {
            observation.setValue(quantity(number, value.unit(), item));
        } else if (value.type().equals("CD") || value.type().equals("CO")) {
            observation.setValue(coded(value, item, header));
        } else {
            observation.setValue(new StringType(value.text()));
        }
    }

    private static Quantity quantity(BigDecimal number, String written, @Nullable Item item) {
        var unit = written.isEmpty() && item != null ? item.unit() : written;
        var quantity =
                new Quantity().setValue(number).setSystem(Systems.uri("UCUM")).setCode(Units.ucum(unit));
        return unit.isEmpty() ? quantity : quantity.setUnit(unit);
    }

    private CodeableConcept coded(WrittenValue value, @Nullable Item item, Header header) {
        var system = value.codeSystem().isEmpty() && item != null
                ? header.examDay().map(day -> items.codeSystem(item, day)).orElse("")
                : value.codeSystem();
        var coding = new Coding().setCode(value.text());
        if (!system.isEmpty()) {
            coding.setSystem(Systems.ofOid(system));
        }
        answers.find(system, value.text()).map(ResultForm::name).ifPresent(coding::setDisplay);
        return new CodeableConcept(coding);
    }

    private static String name(Row row) {
        return row.text("name_ja");
    }

    private static void range(
            org.hl7.fhir.r4.model.Observation observation, ReferenceRange range, @Nullable Item item) {
        var low = Decimals.parse(range.low());
        var high = Decimals.parse(range.high());
        if (low == null && high == null) {
            return;
        }
        var written = observation.addReferenceRange();
        if (low != null) {
            written.setLow(quantity(low, range.lowUnit(), item));
        }
        if (high != null) {
            written.setHigh(quantity(high, range.highUnit(), item));
        }
    }
}
