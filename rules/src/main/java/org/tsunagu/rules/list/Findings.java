package org.tsunagu.rules.list;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.care.CareRules;
import org.tsunagu.rules.care.Finding;

/// The variables of one person for one list and month (変数の値), each worked out when it is first asked for.
final class Findings {

    private final ListPerson person;
    private final YearMonth month;
    private final CareRules rules;
    private final Map<String, Row> variables;
    private final CheckupFindings checkups;
    private final CareFindings care;
    private final Map<String, Finding> found = new HashMap<>();

    Findings(ListPerson person, YearMonth month, int window, CareRules rules, Map<String, Row> variables) {
        this.person = person;
        this.month = month;
        this.rules = rules;
        this.variables = variables;
        this.checkups = new CheckupFindings(person, month, window);
        this.care = new CareFindings(person, month, rules, checkups.day());
    }

    Finding of(String variable) {
        var known = found.get(variable);
        if (known == null) {
            known = find(variable);
            found.put(variable, known);
        }
        return known;
    }

    /// Takes a variable for unknown that was found below a limit and may be larger.
    ///
    /// @return whether it did
    boolean leaveOpen(String variable, BigDecimal limit) {
        var known = of(variable);
        if (!known.more().isEmpty()
                && known.number().filter(number -> number.compareTo(limit) < 0).isPresent()) {
            found.put(variable, Finding.unknown(known.more()));
            return true;
        }
        return false;
    }

    private Finding find(String variable) {
        var row = variables.get(variable);
        if (row == null) {
            throw new IllegalArgumentException("list/variables has no %s".formatted(variable));
        }
        var finding = find(row);
        return row.text("unit").equals("boolean")
                ? finding.number()
                        .map(number -> new Finding(
                                Optional.of(number.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO),
                                "",
                                finding.item(),
                                "",
                                "",
                                finding.details()))
                        .orElse(finding)
                : finding;
    }

    private Finding find(Row variable) {
        return switch (variable.text("how")) {
            case "age" -> Finding.of(Dates.age(person.birth(), month.atEndOfMonth()));
            case "programme" -> Finding.of(person.isInProgramme());
            case "certification" -> certification();
            case "checkup" -> checkups.recent();
            case "checkup_within" -> checkups.taken(number(variable.text("window")));
            case "checkup_value", "checkup_mark", "checkup_answer" -> checkups.read(variable.key());
            case "egfr_fall" ->
                checkups.fall(new BigDecimal(rules.parameter("DAYS_OF_YEAR").text("value")));
            default -> care.find(variable);
        };
    }

    private int number(String parameter) {
        return rules.parameter(parameter).integer("value");
    }

    /// What the insurer takes a certification for that it does not know of is a parameter: else nobody would be on a
    /// list that asks for none while the register of long-term care is not connected.
    private Finding certification() {
        return person.certified()
                .map(Finding::of)
                .orElseGet(() ->
                        rules.parameter("CERTIFICATION_UNKNOWN").text("value").equals("none")
                                ? Finding.of(false).with("assumed", "CERTIFICATION_UNKNOWN")
                                : Finding.unknown("NO_REGISTER"));
    }
}
