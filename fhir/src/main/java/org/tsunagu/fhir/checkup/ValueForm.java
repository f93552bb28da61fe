package org.tsunagu.fhir.checkup;

import static org.tsunagu.fhir.checkup.Systems.text;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.ValueType;

/// Reads codes, values and ranges of results (値の読み取り).
final class ValueForm {

    private static final String NUMBER = "PQ";
    private static final String CODE = "CD";
    private static final String TEXT = "ST";

    private final BundleDocument document;

    ValueForm(BundleDocument document) {
        this.document = document;
    }

    /// The item code: that of a known system, else the first there is, which is reported.
    String code(CodeableConcept concept) {
        var known = Systems.code(concept, "ITEM");
        if (!known.isEmpty()) {
            return known;
        }
        var first = concept.getCodingFirstRep();
        var code = text(first.getCode());
        if (!code.isEmpty()) {
            document.report("FHIR-ITEM-SYSTEM", code, "actual", text(first.getSystem()));
        }
        return code;
    }

    /// The value of a result with the mark of the input range before it; none when there is none.
    List<WrittenValue> values(String code, Observation observation) {
        var values = new ArrayList<WrittenValue>();
        var mark = mark(observation);
        if (!mark.isEmpty()) {
            values.add(new WrittenValue(CODE, mark, "", WrittenValue.RANGE_MARK_SYSTEM, ""));
        }
        var value = value(code, observation.getValue());
        if (value != null) {
            values.add(value);
        } else if (observation.hasDataAbsentReason() && values.isEmpty()) {
            values.add(new WrittenValue(
                    type(code, NUMBER), "", "", "", Absence.flavor(observation.getDataAbsentReason())));
        }
        return values;
    }

    private static String mark(Observation observation) {
        for (var interpretation : observation.getInterpretation()) {
            switch (Systems.code(interpretation, "INTERPRETATION")) {
                case "HX" -> {
                    return "H";
                }
                case "LX" -> {
                    return "L";
                }
                default -> {}
            }
        }
        return "";
    }

    String interpretation(Observation observation) {
        for (var interpretation : observation.getInterpretation()) {
            var code = Systems.code(interpretation, "INTERPRETATION");
            if (!code.isEmpty() && !code.equals("HX") && !code.equals("LX")) {
                return code;
            }
        }
        return "";
    }

    /// A value; null when there is none, or none of a type the guide has, which is reported.
    @Nullable
    WrittenValue value(String code, @Nullable Type value) {
        return switch (value) {
            case null -> null;
            case Quantity quantity -> number(code, quantity);
            case CodeableConcept concept -> coded(code, concept);
            case DateTimeType time ->
                new WrittenValue(
                        TEXT, Days.compact(text(time.getValueAsString())).text(), "", "", "");
            case StringType string -> new WrittenValue(TEXT, text(string.getValue()), "", "", "");
            default -> {
                document.report("FHIR-VALUE", code, "actual", value.fhirType());
                yield null;
            }
        };
    }

    private @Nullable WrittenValue number(String code, Quantity quantity) {
        return quantity.hasValue()
                ? new WrittenValue(NUMBER, quantity.getValue().toPlainString(), unit(code, quantity), "", "")
                : null;
    }

    private String unit(String code, Quantity quantity) {
        return Units.official(document.items().lookUp(code), text(quantity.getCode()), text(quantity.getUnit()));
    }

    private WrittenValue coded(String code, CodeableConcept concept) {
        var coding = concept.getCodingFirstRep();
        if (!coding.hasCode()) {
            return new WrittenValue(TEXT, text(concept.getText()), "", "", "");
        }
        var type = type(code, CODE);
        return new WrittenValue(
                type.equals(ValueType.CO.name()) ? type : CODE,
                coding.getCode(),
                "",
                Systems.oid(text(coding.getSystem())),
                "");
    }

    private String type(String code, String otherwise) {
        var item = document.items().lookUp(code);
        return item == null ? otherwise : item.type().name();
    }

    /// The reference range; null when there is none.
    @Nullable
    ReferenceRange range(String code, Observation observation) {
        if (!observation.hasReferenceRange()) {
            return null;
        }
        var range = observation.getReferenceRangeFirstRep();
        return new ReferenceRange(
                number(range.getLow()),
                range.getLow().hasValue() ? unit(code, range.getLow()) : "",
                number(range.getHigh()),
                range.getHigh().hasValue() ? unit(code, range.getHigh()) : "");
    }

    private static String number(Quantity quantity) {
        return quantity.hasValue() ? quantity.getValue().toPlainString() : "";
    }
}
