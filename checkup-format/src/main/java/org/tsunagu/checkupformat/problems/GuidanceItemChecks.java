package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Answers.Acceptance;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.time.PlanPeriod;

/// The checks of one guidance item by itself (保健指導項目1件のチェック): CHK-ITM-002 to 005, 009, 010, 012, 013, by
/// `guidance-items.tsv`.
final class GuidanceItemChecks {

    private static final String NOT_MEASURABLE = "NI";
    private static final String MINUTES = "min";
    private static final String MINUTES_FORM = "IVL width";

    private final GuidanceItems items = GuidanceItems.shipped();
    private final Answers answers = Answers.shipped();
    private final Map<String, GuidanceItem> forms = new HashMap<>();

    GuidanceItemChecks() {
        for (var item : items.all()) {
            if (item.carrier() == GuidanceItem.Carrier.FORM) {
                forms.put(item.section(), item);
            }
        }
    }

    void check(Guidance guidance) {
        var day = guidance.subject().serviceDay().orElse(PlanPeriod.FOURTH.firstDay());
        var codes = day.isBefore(PlanPeriod.FOURTH.firstDay()) ? PlanPeriod.FOURTH.firstDay() : day;
        for (var section : guidance.document().sections()) {
            for (var act : section.acts()) {
                form(act, section.code().text(), codes, guidance);
                results(act, section.code().text(), codes, guidance);
            }
        }
    }

    private void form(GuidanceAct act, String section, LocalDate day, Guidance guidance) {
        var item = forms.get(section);
        if (item == null || act.form().isEmpty()) {
            return;
        }
        var isKnown = act.formSystem().equals(item.codeSystem())
                && answers.accept(item.codeSystem(), act.form().text(), day) == Acceptance.VALID;
        if (!isKnown) {
            guidance.report("CHK-ITM-009", item, act, "actual", shown(act.form().text(), act.formSystem()));
        }
    }

    private static String shown(String code, String system) {
        return Shape.orDash(code) + " (" + Shape.orDash(system) + ")";
    }

    private void results(GuidanceAct act, String section, LocalDate day, Guidance guidance) {
        var seen = new HashSet<String>();
        for (var result : act.results()) {
            var item = items.lookUp(section, result.code());
            var findings = guidance.findings();
            if (item == null) {
                findings.guidance(
                        "CHK-ITM-002",
                        result.code(),
                        result.line(),
                        result.column(),
                        "code",
                        Shape.orDash(result.code()));
            } else if (!seen.add(result.code()) && !section.equals(GuidanceSection.FACILITIES)) {
                findings.guidance("CHK-ITM-003", item.code(), result.line(), result.column());
            } else {
                check(result, item, day, findings);
            }
        }
    }

    private void check(GuidanceResult result, GuidanceItem item, LocalDate day, Findings findings) {
        if (result.negated()) {
            if (!result.isBlank()) {
                report("CHK-ITM-012", result, findings);
            }
        } else if (item.carrier() == GuidanceItem.Carrier.MINUTES) {
            minutes(result, findings);
        } else if (item.carrier() == GuidanceItem.Carrier.VALUE && !item.type().isEmpty()) {
            var value = result.value();
            if (value != null) {
                value(result, value, item, day, findings);
            }
        }
    }

    private static void report(String check, GuidanceResult result, Findings findings, String... arguments) {
        findings.guidance(check, result.code(), result.line(), result.column(), arguments);
    }

    /// Minutes belong into the time; as a value they are read all the same.
    private static void minutes(GuidanceResult result, Findings findings) {
        var value = result.value();
        var length =
                result.length().isEmpty() && value != null ? new Length(value.text(), value.unit()) : result.length();
        if (length.isEmpty()) {
            return;
        }
        var number = Decimals.parse(length.number());
        if (number == null || number.signum() < 0) {
            report("CHK-ITM-004", result, findings, "actual", Shape.orDash(length.number()), "expected", MINUTES_FORM);
        } else if (!length.unit().equals(MINUTES)) {
            report("CHK-ITM-005", result, findings, "actual", Shape.orDash(length.unit()), "expected", MINUTES);
        }
    }

    private void value(GuidanceResult result, WrittenValue value, GuidanceItem item, LocalDate day, Findings findings) {
        if (!value.type().equals(item.type())) {
            wrongType(result, Shape.orDash(value.type()), item, findings);
        } else if (!value.nullFlavor().isEmpty() || value.text().isEmpty()) {
            if (!value.nullFlavor().equals(NOT_MEASURABLE) || !value.text().isEmpty()) {
                report("CHK-ITM-013", result, findings);
            }
        } else {
            switch (item.type()) {
                case "PQ" -> quantity(result, value, item, findings);
                case "INT" -> {
                    if (!Digits.only(value.text())) {
                        wrongType(result, value.text(), item, findings);
                    }
                }
                case "CD" -> code(result, value, item, day, findings);
                default -> text(result, value, item, findings);
            }
        }
    }

    private static void wrongType(GuidanceResult result, String actual, GuidanceItem item, Findings findings) {
        report("CHK-ITM-004", result, findings, "actual", actual, "expected", item.type());
    }

    private static void quantity(GuidanceResult result, WrittenValue value, GuidanceItem item, Findings findings) {
        if (value.number() == null) {
            wrongType(result, value.text(), item, findings);
        } else if (!value.unit().equals(item.unit())) {
            report("CHK-ITM-005", result, findings, "actual", Shape.orDash(value.unit()), "expected", item.unit());
        }
    }

    private void code(GuidanceResult result, WrittenValue value, GuidanceItem item, LocalDate day, Findings findings) {
        var isKnown = value.codeSystem().equals(item.codeSystem())
                && answers.accept(item.codeSystem(), value.text(), day) == Acceptance.VALID;
        if (!isKnown) {
            report("CHK-ITM-009", result, findings, "actual", shown(value.text(), value.codeSystem()));
        }
    }

    private static void text(GuidanceResult result, WrittenValue value, GuidanceItem item, Findings findings) {
        if (item.maxBytes() > 0 && !Texts.fits(value.text(), item.maxBytes())) {
            report("CHK-ITM-010", result, findings, "expected", String.valueOf(item.maxBytes()));
        }
    }
}
