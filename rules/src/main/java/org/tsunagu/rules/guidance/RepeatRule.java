package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.flow.Dated;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.flow.Guards;
import org.tsunagu.rules.stratification.Level;

/// Who may have motivational support in a second active year (動機付け支援相当), by `repeat.tsv`.
public final class RepeatRule {

    private static final String RULE = "EQ";

    private final Dated<Guards> rules;

    /// Over the tables of an installation.
    public RepeatRule(GuidanceTables tables) {
        Table table = tables.get("repeat");
        rules = new Dated<>(List.of(table), day -> new Guards(table.on(day)));
    }

    /// What the rule looks at of one year (ある年度の健診と保健指導); empty for what is not known.
    ///
    /// @param level level of the checkup
    /// @param isFinished whether the guidance of that year was finished; false when it was only started
    /// @param bmi kg/m²
    /// @param waist cm
    /// @param weight kg
    public record Year(
            Level level,
            boolean isFinished,
            Optional<BigDecimal> bmi,
            Optional<BigDecimal> waist,
            Optional<BigDecimal> weight) {}

    /// Whether the second of two consecutive fiscal years may be served so. Never for checkups before the rule began.
    ///
    /// @param checkup day of the checkup of the second year
    public Decision<Boolean> decide(LocalDate checkup, Year first, Year second) {
        var guards = rules.on(checkup);
        if (!guards.names().contains(RULE)) {
            return new Decision<>(false, true, List.of(), List.of());
        }
        var guard = guards.get(RULE);
        var facts = facts(first, second);
        var truth = guard.test(facts);
        var reasons = truth == Truth.TRUE ? guard.met(facts) : guard.unmet(facts);
        return new Decision<>(truth == Truth.TRUE, truth != Truth.UNKNOWN, reasons, missing(truth, reasons));
    }

    private static List<String> missing(Truth truth, List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> truth == Truth.UNKNOWN && reason.code() == ReasonCode.CONDITION_UNKNOWN)
                .map(reason -> reason.facts().getOrDefault("variable", ""))
                .toList();
    }

    private static Facts facts(Year first, Year second) {
        var facts = level(level(Facts.NONE, "previous_fy_level", first.level()), "this_fy_level", second.level())
                .with("previous_fy_guidance_finished", first.isFinished());
        facts = known(facts, "previous_fy_bmi", first.bmi());
        facts = known(facts, "waist_decrease_cm", decrease(first.waist(), second.waist()));
        return known(facts, "weight_decrease_kg", decrease(first.weight(), second.weight()));
    }

    private static Facts level(Facts facts, String variable, Level level) {
        return level.code().isEmpty() ? facts : facts.with(variable, new BigDecimal(level.code()));
    }

    private static Optional<BigDecimal> decrease(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        return before.flatMap(then -> after.map(then::subtract));
    }

    private static Facts known(Facts facts, String variable, Optional<BigDecimal> number) {
        return number.map(value -> facts.with(variable, value)).orElse(facts);
    }
}
